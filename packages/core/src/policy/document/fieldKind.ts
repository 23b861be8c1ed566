/** How one field of the policy is written by people; a form picks its control by it. */
export type FieldKind =
  | "text"
  | "address"
  | "integer"
  | "percent"
  | "duration"
  | "amount"
  | "choice"
  | "position"
  | "venue"
  | "feed"
  | "asset";

/** A right example of each kind, for messages and placeholders. */
export const FIELD_EXAMPLE: Readonly<Record<FieldKind, string>> = {
  text: "ballast/policy/1",
  address: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  integer: "3",
  percent: "40%",
  duration: "6h",
  amount: "5 ETH",
  choice: "observe",
  position: "lido:wstETH",
  venue: "lido",
  feed: "stETH/ETH",
  asset: "wstETH",
};

/**
 * Which change of a field is a tightening: one that admits no entry or exposure that was refused, and suppresses no finding, guard or
 * emergency exit that was allowed. Whatever is not shown to be one is a loosening, and so is what could hold back every repair.
 *
 * - `down`, `up`: a smaller, a larger value
 * - `stronger`: a choice that stands later among its options
 * - `adding`: of a list, one more item; a missing list is an empty one. Of a record that may be left out and then does nothing, that it is there
 * - `depends`: on other fields; a comparison of its own decides
 * - `neutral`: no change of it admits or suppresses anything
 * - `never`: every change of it is a loosening
 */
export type Tightens = "down" | "up" | "stronger" | "adding" | "depends" | "neutral" | "never";

/** What a form, the reference page and the JSON Schema know of one field. */
export type FieldMeta = {
  readonly kind: FieldKind;
  readonly title: string;
  readonly description: string;
  readonly tightens: Tightens;
  /** Why that change is a tightening and no other: one sentence, for the reference and the diff. */
  readonly because: string;
  readonly options?: readonly string[];
  /** What holds when the field is left out and so stays out of the policy. */
  readonly orElse?: string;
};
