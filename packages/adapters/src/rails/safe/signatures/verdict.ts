/** Whether a signature counts. `unknown` when the chain could not be asked: never to be read as either. */
export type Verdict =
  | { readonly verdict: "valid" }
  | { readonly verdict: "invalid" | "unknown"; readonly reason: string };
