import type { BaseUnits, Snapshot } from "@ballast/core";

export type NetValue = {
  /** Accounting value of what was read. */
  readonly known: bigint;
  /** The same when everything was read, else null: a part is never shown as the whole. */
  readonly total: BaseUnits | null;
  /** What is missing, as the snapshot names it. */
  readonly unknown: readonly string[];
};

const VALUE_SUBJECTS = ["position:", "rate:", "venue:"];

/** What an account is worth by the protocols' own rates, as far as it is known. */
export function netValue({ positions, missing }: Snapshot): NetValue {
  const known = positions.reduce((sum, { value }) => sum + value, 0n);
  const unknown = missing
    .map(({ subject }) => subject)
    .filter((subject) => VALUE_SUBJECTS.some((prefix) => subject.startsWith(prefix)));
  return { known, total: unknown.length === 0 ? (known as BaseUnits) : null, unknown };
}
