/** Bytes that are not exactly what one strict decoder accepts. Facts: which layout, at which byte, what is wrong. */
export class MalformedDataError extends Error {
  override readonly name = "MalformedDataError";
  readonly layout: string;
  readonly offset: number;
  readonly problem: string;

  constructor(fact: { readonly layout: string; readonly offset: number; readonly problem: string }) {
    super(
      `${fact.layout}: byte ${fact.offset}: ${fact.problem}. The data was not written by this software; do not sign it.`,
    );
    this.layout = fact.layout;
    this.offset = fact.offset;
    this.problem = fact.problem;
  }
}
