import { accountValue, type BaseUnits, type Snapshot } from "@ballast/core";

export type NetValue = {
  /** Accounting value of what was read, withdrawals under way included. */
  readonly known: BaseUnits;
  /** The same when everything was read, else null: a part is never shown as the whole. */
  readonly total: BaseUnits | null;
  /** What is missing, as the snapshot names it. */
  readonly unknown: readonly string[];
};

const VALUE_SUBJECTS = ["position:", "rate:", "venue:", "ticket:"];

/** What an account is worth by the protocols' own rates, as far as it is known. */
export function netValue(snapshot: Snapshot): NetValue {
  const { value, isComplete } = accountValue(snapshot);
  const unknown = snapshot.missing
    .map(({ subject }) => subject)
    .filter((subject) => VALUE_SUBJECTS.some((prefix) => subject.startsWith(prefix)));
  return { known: value, total: isComplete ? value : null, unknown };
}
