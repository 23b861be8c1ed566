import * as z from "zod";
import { amount, choice, duration, feed, integer, list, optional, orElse, percent } from "./fields.ts";
import { guardResponse } from "./guardResponse.ts";
import { marketGuards } from "./marketGuards.ts";

const marketDepeg = z.strictObject({
  threshold: percent({
    title: "Threshold",
    description: "How far a sale may pay below the accounting rate, backing intact, before the guard trips.",
    tightens: "down",
    because: "A smaller discount trips the guard earlier.",
  }),
  size: amount({
    title: "Size",
    description: "Size of the sale whose price is judged.",
    tightens: "never",
    because:
      "A smaller sale shows a smaller discount; a larger one may have no price at all, so that no exit follows.",
  }),
  samples: integer({
    title: "Samples",
    description: "Consecutive samples, the newest included, that must be beyond the threshold.",
    tightens: "down",
    because: "Fewer samples trip the guard earlier.",
  }),
  response: choice(["notify", "freeze-entries", "exit"], {
    title: "Response",
    description:
      "What a tripped guard does: tell, stop new entries, or propose an exit within the emergency ceiling.",
    tightens: "stronger",
    because: "A stronger response does all that a milder one does: it tells, stops entries, then leaves.",
  }),
});

const staleOracle = z.strictObject({
  feeds: list(
    feed({
      title: "Feed",
      description: "A price feed of the deployment.",
      tightens: "never",
      because: "It names what must be fresh; another name is another feed.",
    }),
    {
      title: "Feeds",
      description: "Feeds that must be fresh for an entry.",
      tightens: "adding",
      because: "One more feed must be fresh for an entry; exits wait for none.",
    },
  ),
  grace: orElse(
    duration({
      title: "Grace",
      description: "Added to each feed's own heartbeat before it counts as stale.",
      tightens: "down",
      because: "With less grace a feed counts as stale earlier.",
    }),
    "0s",
  ),
});

const sourceSilent = z.strictObject({
  quorum: orElse(
    integer({
      title: "Quorum",
      description: "Sources of chain data that must agree on the block.",
      tightens: "never",
      because: "A lower quorum believes fewer sources; a higher one halts emergency exits as well.",
    }),
    "2",
  ),
});

const backingLoss = z.strictObject({
  threshold: orElse(
    percent({
      title: "Threshold",
      description:
        "How far an accounting rate may fall below its highest of the window. Rounding counts as no fall.",
      tightens: "depends",
      because:
        "A smaller fall is found earlier; but a fallen rate keeps the market guard from selling, so not where that guard answered with an exit.",
    }),
    "0%",
  ),
  response: guardResponse("a loss of backing", "freeze-entries"),
});

const operatorAllocations = z.strictObject({
  maxSlashable: orElse(
    percent({
      title: "Most slashable",
      description:
        "Largest share of an operator's stake that operator sets may slash, deallocations under way included.",
      tightens: "down",
      because: "A smaller share trips the guard earlier.",
    }),
    "50%",
  ),
  response: guardResponse("a larger share"),
});

const tvlDrop = z.strictObject({
  threshold: orElse(
    percent({
      title: "Threshold",
      description: "How far the value in a venue may fall below its highest of the window.",
      tightens: "down",
      because: "A smaller fall trips the guard earlier.",
    }),
    "20%",
  ),
  response: guardResponse("a larger fall"),
});

const rateGrowth = z.strictObject({
  maxPerYear: orElse(
    percent({
      title: "Most per year",
      description: "Fastest growth of an accounting rate that is believed, measured over the window.",
      tightens: "down",
      because: "Slower growth trips the guard.",
    }),
    "100%",
  ),
  maxPerSample: orElse(
    percent({
      title: "Most per sample",
      description: "Largest step of an accounting rate that is believed, from one stored sample to the next.",
      tightens: "down",
      because: "A smaller step trips the guard.",
    }),
    "1%",
  ),
  response: guardResponse("faster growth", "freeze-entries"),
});

const exitQueue = z.strictObject({
  limit: orElse(
    amount({
      title: "Limit",
      description: "Most value that may wait to leave a venue.",
      tightens: "down",
      because: "A shorter queue trips the guard.",
    }),
    "172800 ETH",
  ),
  growth: orElse(
    amount({
      title: "Growth",
      description: "Most that the waiting value may grow above its lowest of the window.",
      tightens: "down",
      because: "Less growth trips the guard.",
    }),
    "115200 ETH",
  ),
  response: guardResponse("a longer queue"),
});

const ticketLoss = z.strictObject({
  threshold: orElse(
    percent({
      title: "Threshold",
      description: "How far a withdrawal's payout may be below what it promised. Rounding counts as no loss.",
      tightens: "down",
      because: "A smaller loss is told.",
    }),
    "0%",
  ),
});

const ticketStuck = z.strictObject({
  after: orElse(
    integer({
      title: "Blocks late",
      description: "Blocks that a withdrawal may still wait after the one from which it should be claimable.",
      tightens: "down",
      because: "A withdrawal is told as late earlier.",
    }),
    "50",
  ),
});

/** The guards of a policy document: alarms, and what each does. A guard that is left out works with what its fields say they are then. */
export const guards = z.strictObject({
  window: optional(
    duration({
      title: "Window",
      description: "How far back guards compare figures and rates.",
      tightens: "never",
      because:
        "Over another window a guard compares with other samples: a longer one may lack history, a shorter one forgets.",
    }),
    { orElse: "1d" },
  ),
  marketDepeg: marketDepeg.meta({
    title: "Market depeg",
    description: "The market pays less than the protocol's rate while the backing is intact.",
  }),
  backingLoss: optional(backingLoss, {
    title: "Backing loss",
    description: "An accounting rate fell: the protocol itself says that each unit is backed by less.",
  }),
  operatorSlashed: optional(z.strictObject({ response: guardResponse("a slash") }), {
    title: "Operator slashed",
    description: "An operator that the account is delegated to was slashed.",
  }),
  operatorAllocations: optional(operatorAllocations, {
    title: "Operator allocations",
    description: "How much of an operator's stake may be slashed. Any change of its allocations is told.",
  }),
  venuePaused: optional(z.strictObject({ response: guardResponse("a pause") }), {
    title: "Venue paused",
    description: "A contract of a venue is paused. What the venue stops is stopped in any case.",
  }),
  contractChanged: optional(z.strictObject({ response: guardResponse("a change") }), {
    title: "Contract changed",
    description: "A contract of a venue has another implementation, admin, owner or timelock.",
  }),
  tvlDrop: optional(tvlDrop, {
    title: "Value drop",
    description: "The value in a venue fell.",
  }),
  rateGrowth: optional(rateGrowth, {
    title: "Rate growth",
    description: "An accounting rate grows faster than staking can pay, so it may be false.",
  }),
  exitQueue: optional(exitQueue, {
    title: "Exit queue",
    description: "Much value waits to leave a venue, or ever more.",
  }),
  ticketLoss: optional(ticketLoss, {
    title: "Withdrawal loss",
    description: "A withdrawal under way pays less than it promised. It is told.",
  }),
  ticketStuck: optional(ticketStuck, {
    title: "Withdrawal stuck",
    description: "A withdrawal under way is late, or its claim is stopped. It is told.",
  }),
  ...marketGuards,
  staleOracle: staleOracle.meta({
    title: "Stale oracle",
    description: "A price feed has not been updated in time.",
  }),
  sourceSilent: sourceSilent.meta({
    title: "Source silent",
    description: "Sources of chain data are silent, late or disagree.",
  }),
});
