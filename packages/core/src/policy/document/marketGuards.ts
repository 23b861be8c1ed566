import * as z from "zod";
import { asset, choice, feed, integer, optional, orElse, percent } from "./fields.ts";
import { guardResponse } from "./guardResponse.ts";

const fall = (description: string, text: string) =>
  orElse(
    percent({
      title: "Threshold",
      description,
      tightens: "down",
      because: "A smaller fall trips the guard earlier.",
    }),
    text,
  );

const netYieldLow = z.strictObject({
  benchmark: optional(
    asset({
      title: "Benchmark",
      description:
        "Asset whose yield is the base staking rate, such as wstETH. Without it only a loss trips.",
      tightens: "never",
      because: "It names what yields are compared with; another asset is another comparison.",
    }),
    {},
  ),
  margin: orElse(
    percent({
      title: "Margin",
      description: "How far a yield may lie below the benchmark's, per year.",
      tightens: "down",
      because: "A smaller margin trips the guard earlier.",
    }),
    "0%",
  ),
  response: guardResponse("a low yield"),
});

const oracleDiverging = z.strictObject({
  threshold: orElse(
    percent({
      title: "Threshold",
      description:
        "How far a feed may lie outside what the accounting rate and the market say, of the nearer one.",
      tightens: "down",
      because: "A smaller distance trips the guard earlier.",
    }),
    "2%",
  ),
  samples: orElse(
    integer({
      title: "Samples",
      description: "Consecutive samples, the newest included, that must be beyond the threshold.",
      tightens: "down",
      because: "Fewer samples trip the guard earlier.",
    }),
    "3",
  ),
  response: guardResponse("a feed that diverges"),
});

const priceDrawdown = z.strictObject({
  feed: orElse(
    feed({
      title: "Feed",
      description: "The feed of the base asset's own price.",
      tightens: "never",
      because: "It names what is watched; another feed is another price.",
    }),
    "ETH/USD",
  ),
  threshold: fall("How far the price may fall below its highest of the window.", "20%"),
  response: guardResponse("a larger fall"),
});

const correlatedSlashing = z.strictObject({
  causes: orElse(
    integer({
      title: "At once",
      description: "How many operators or AVSs are taken to be slashed at once, the worst ones, 1 to 4.",
      tightens: "up",
      because: "More of them at once reach more, and trip the guard earlier.",
    }),
    "2",
  ),
  budget: orElse(
    percent({
      title: "Budget",
      description: "Largest share of the account's value that they may reach together.",
      tightens: "down",
      because: "A smaller budget trips the guard earlier.",
    }),
    "50%",
  ),
  response: guardResponse("a larger reach"),
});

const safeChanged = z.strictObject({
  response: orElse(
    choice(["notify", "freeze-entries"], {
      title: "Response",
      description: "What a change of the Safe leads to: tell, or stop new entries.",
      tightens: "stronger",
      because: "A stronger response does all that a milder one does: it tells, then stops entries.",
    }),
    "notify",
  ),
});

/** Guards on prices, flows, yields and the Safe itself, in the document's order. */
export const marketGuards = {
  largeOutflow: optional(
    z.strictObject({
      threshold: fall("How much of a venue's units may leave it within the window.", "10%"),
      response: guardResponse("a larger outflow"),
    }),
    {
      title: "Large outflow",
      description: "Much was taken out of a venue: its value fell by more than its rate explains.",
    },
  ),
  exitLiquidityFalling: optional(
    z.strictObject({
      threshold: fall("How far what a pool takes at the slippage ceiling may fall within the window.", "50%"),
      response: guardResponse("a larger fall"),
    }),
    {
      title: "Exit liquidity falling",
      description: "The market takes much less of an asset at the slippage ceiling than it did.",
    },
  ),
  netYieldLow: optional(netYieldLow, {
    title: "Low yield",
    description: "What is held yields less than nothing, or less than staking does.",
  }),
  oracleDiverging: optional(oracleDiverging, {
    title: "Oracle diverging",
    description: "A price feed says something else than both the accounting rate and the market.",
  }),
  priceDrawdown: optional(priceDrawdown, {
    title: "Price drawdown",
    description: "The price of the base asset itself fell. Without this guard it is not watched.",
    tightens: "adding",
    because: "With it there is one more thing that is told and answered.",
  }),
  correlatedSlashing: optional(correlatedSlashing, {
    title: "Correlated slashing",
    description:
      "The worst operators or AVSs at once could take too much. Without this guard it is not watched.",
    tightens: "adding",
    because: "With it there is one more thing that is told and answered.",
  }),
  safeChanged: optional(safeChanged, {
    title: "Safe changed",
    description: "Owners, threshold, modules, guard, fallback handler or singleton of the Safe changed.",
  }),
};
