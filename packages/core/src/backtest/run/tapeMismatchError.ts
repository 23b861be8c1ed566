/** A tape and a policy that do not fit: what the policy needs and the tape does not say. */
export class TapeMismatchError extends Error {
  override readonly name = "TapeMismatchError";
  readonly code = "tape-mismatch";
  readonly series: string;
  readonly limit: string;

  constructor({ series, limit }: { readonly series: string; readonly limit: string }) {
    super(`The tape has no ${series}: ${limit}`);
    this.series = series;
    this.limit = limit;
  }
}
