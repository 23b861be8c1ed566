import { Fields } from "../form/Fields.ts";

/** The strategies of the withdrawal that a step completes, as the earlier steps of the recording have them. */
export function strategiesCompleted(steps: readonly Fields[], step: Fields): readonly number[] {
  const args = step.object("args");
  for (const earlier of steps) {
    if (earlier === step) return [];
    if (!earlier.has("queued") || earlier.object("args").raw("staker") !== args.raw("staker")) continue;
    for (const [index, entry] of earlier.list("queued").entries()) {
      const queued = new Fields(entry, `queued[${index}]`);
      if (queued.raw("withdrawalIndex") !== args.raw("withdrawal")) continue;
      return queued
        .list("items")
        .map((item) => Number(new Fields(item, queued.place("items")).raw("strategy")));
    }
  }
  return [];
}
