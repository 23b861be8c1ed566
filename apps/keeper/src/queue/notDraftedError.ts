import type { Hash32 } from "@ballast/core";

/** A transaction was to be posted that the keeper has no draft of. Nothing is posted without its own record first. */
export class NotDraftedError extends Error {
  override readonly name = "NotDraftedError";
  readonly safeTxHash: Hash32;

  constructor(safeTxHash: Hash32) {
    super(
      `Transaction ${safeTxHash} has no stored draft, so it is not posted. Store the draft with its bundle first.`,
    );
    this.safeTxHash = safeTxHash;
  }
}
