import type { SourceId } from "@ballast/core";

/** The primary source gave no usable newest block, so there is nothing to read at. The sweep is given up. */
export class NoHead extends Error {
  override readonly name = "NoHead";
  readonly source: SourceId;
  readonly reason: string;

  constructor(source: SourceId, reason: string) {
    super(
      `No block to read at: source ${source}: ${reason}. The sweep is given up; the next one tries again.`,
    );
    this.source = source;
    this.reason = reason;
  }
}
