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
  | "feed";

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
};

/** What a form, the reference page and the JSON Schema know of one field. */
export type FieldMeta = {
  readonly kind: FieldKind;
  readonly title: string;
  readonly description: string;
  readonly options?: readonly string[];
  /** What holds when the field is left out and so stays out of the policy. */
  readonly orElse?: string;
};
