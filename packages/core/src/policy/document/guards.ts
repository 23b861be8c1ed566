import * as z from "zod";
import { amount, choice, duration, feed, integer, orElse, percent } from "./fields.ts";

const marketDepeg = z.strictObject({
  threshold: percent({
    title: "Threshold",
    description: "How far a sale may pay below the accounting rate, backing intact, before the guard trips.",
  }),
  size: amount({ title: "Size", description: "Size of the sale whose price is judged." }),
  samples: integer({
    title: "Samples",
    description: "Consecutive samples, the newest included, that must be beyond the threshold.",
  }),
  response: choice(["notify", "freeze-entries", "exit"], {
    title: "Response",
    description:
      "What a tripped guard does: tell, stop new entries, or propose an exit within the emergency ceiling.",
  }),
});

const staleOracle = z.strictObject({
  feeds: z
    .array(feed({ title: "Feed", description: "A price feed of the deployment." }))
    .meta({ title: "Feeds", description: "Feeds that must be fresh for an entry." }),
  grace: orElse(
    duration({
      title: "Grace",
      description: "Added to each feed's own heartbeat before it counts as stale.",
    }),
    "0s",
  ),
});

const sourceSilent = z.strictObject({
  quorum: orElse(
    integer({ title: "Quorum", description: "Sources of chain data that must agree on the block." }),
    "2",
  ),
});

/** The guards of a policy document: alarms, and what each does. */
export const guards = z.strictObject({
  marketDepeg: marketDepeg.meta({
    title: "Market depeg",
    description: "The market pays less than the protocol's rate while the backing is intact.",
  }),
  staleOracle: staleOracle.meta({
    title: "Stale oracle",
    description: "A price feed has not been updated in time.",
  }),
  sourceSilent: sourceSilent.meta({
    title: "Source silent",
    description: "Sources of chain data are silent, late or disagree.",
  }),
});
