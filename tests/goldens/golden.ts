/** What became of one comparison of a golden file. `kind` is what it is counted under: `vector withdrawable`, `step slashOperator`. */
export type GoldenCheck = { readonly kind: string; readonly name: string } & (
  | { readonly outcome: "passed" }
  /** `field` is the path of what differs, or what could not be replayed. */
  | { readonly outcome: "failed"; readonly field: string; readonly recorded: string; readonly found: string }
  /** A step of a contract that Ballast does not have on its devnet, with the reason. */
  | { readonly outcome: "out-of-scope"; readonly reason: string }
);

/** Replays files of one protocol: vectors through the adapters' pure maths, steps as transactions on freshly deployed contracts. */
export type GoldenSuite = {
  readonly protocol: string;
  /** Whether a parsed file has this protocol's form. */
  readonly recognises: (document: unknown) => boolean;
  /** @throws GoldenUnreadable when the document has not the form it claims */
  readonly run: (document: unknown) => AsyncIterable<GoldenCheck>;
};
