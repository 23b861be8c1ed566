import type { Gate, Needs } from "./gates.ts";

/** What an administrator must have done between two steps. The recording does not have it as a step. */
export type GateChange = {
  readonly gate: Gate;
  readonly shut: boolean;
  /** the last step that still needs the gate as it was; -1 for none */
  readonly after: number;
  /** the first step that needs it changed */
  readonly by: number;
};

/** Every change that the steps' needs imply, in the order of `by`. At the beginning all gates are open. */
export function gateChanges(needs: readonly Needs[]): readonly GateChange[] {
  const known = new Map<Gate, { shut: boolean; last: number }>();
  const changes: GateChange[] = [];
  for (const [index, { open, shut }] of needs.entries()) {
    const wanted = [
      ...open.map((gate) => ({ gate, shut: false })),
      ...(shut === null ? [] : [{ gate: shut, shut: true }]),
    ];
    for (const { gate, shut: now } of wanted) {
      const before = known.get(gate) ?? { shut: false, last: -1 };
      if (before.shut !== now) changes.push({ gate, shut: now, after: before.last, by: index });
      known.set(gate, { shut: now, last: index });
    }
  }
  return changes;
}
