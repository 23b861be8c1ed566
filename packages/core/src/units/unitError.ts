/** A value that cannot be what its unit says. Thrown by every constructor, parser and division of `units`. */
export class UnitError extends Error {
  override readonly name = "UnitError";
  readonly code = "unit";
  /** What the value should have been: `basis points`, `time`, `duration`, … */
  readonly unit: string;
  /** The value as it was given. */
  readonly value: string;
  /** What is allowed. */
  readonly limit: string;
  /** What to write instead, when that can be known. */
  readonly suggestion: string | null;

  constructor(facts: { unit: string; value: string; limit: string; suggestion?: string | null }) {
    const { unit, value, limit, suggestion = null } = facts;
    super(
      `${value} is no ${unit}: it must be ${limit}.${suggestion === null ? "" : ` Write ${suggestion}.`}`,
    );
    this.unit = unit;
    this.value = value;
    this.limit = limit;
    this.suggestion = suggestion;
  }
}
