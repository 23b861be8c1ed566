/** The words that a sentence is made of. */
export type CopyFacts = {
  readonly subject: string;
  readonly measured: string;
  readonly limit: string;
  /** What follows from it, as a sentence with a space before it; empty when nothing does. */
  readonly effect: string;
};

/** Sentences by `rule/code`. */
export type Copy = Readonly<Record<string, (facts: CopyFacts) => string>>;
