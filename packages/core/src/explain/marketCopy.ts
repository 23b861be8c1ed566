import type { Copy } from "./copy.ts";
import { exitAsked } from "./exitAsked.ts";

const liquidity: Copy = {
  "exit-liquidity-falling/liquidity-steady": ({ subject, measured, limit }) =>
    `What the market takes of ${subject} is ${measured} below its most of the window, at most ${limit}.`,
  "exit-liquidity-falling/liquidity-fell": ({ subject, measured, limit, effect }) =>
    `What the market takes of ${subject} fell by ${measured} within the window, at most ${limit}.${effect}`,
  "exit-liquidity-falling/no-history-yet": ({ subject }) =>
    `Nothing earlier is stored of what the market takes of ${subject}, so a fall is not judged yet.`,
  "exit-liquidity-falling/liquidity-unknown": ({ subject }) =>
    `What the market takes of ${subject} is unknown. Entries are frozen.`,
  ...exitAsked("exit-liquidity-falling", "the market takes much less than it did"),
  "large-outflow/flow-steady": ({ subject, measured, limit }) =>
    `${measured} of ${subject} was taken out since its most of the window, at most ${limit}.`,
  "large-outflow/flow-out": ({ subject, measured, limit, effect }) =>
    `${measured} of ${subject} was taken out within the window, at most ${limit}.${effect}`,
  "large-outflow/no-history-yet": ({ subject }) =>
    `No earlier value and rate of ${subject} are stored, so what was taken out is not judged yet.`,
  "large-outflow/figure-unknown": ({ subject }) =>
    `The ${subject} is unknown, and so is what was taken out. Entries into its venue are frozen.`,
  "large-outflow/rate-unknown": ({ subject }) =>
    `The rate of ${subject} is unknown, and so is what was taken out. Entries are frozen.`,
  ...exitAsked("large-outflow", "much was taken out of the venue"),
};

const yields: Copy = {
  "net-yield-low/yield-earned": ({ subject, measured, limit }) =>
    `${subject} yields ${measured} of its value a year, at least ${limit}.`,
  "net-yield-low/yield-negative": ({ subject, measured, effect }) =>
    `${subject} yields ${measured} of its value a year: it loses.${effect}`,
  "net-yield-low/yield-below-staking": ({ subject, measured, limit, effect }) =>
    `${subject} yields ${measured} of its value a year; the policy wants at least ${limit}, by what staking yields.${effect}`,
  "net-yield-low/yield-of-a-fallen-rate": ({ subject, measured }) =>
    `${subject} yields ${measured} of its value a year, because its rate fell.`,
  "net-yield-low/yield-unknown": ({ subject }) =>
    `What ${subject} yields is unknown. Entries into it are frozen.`,
  "net-yield-low/benchmark-unknown": ({ subject }) =>
    `What staking yields is unknown, so ${subject} cannot be compared with it. Entries into it are frozen.`,
  ...exitAsked("net-yield-low", "the yield is too low"),
};

const prices: Copy = {
  "oracle-diverging/oracle-agrees": ({ subject, measured, limit }) =>
    `Feed ${subject} is ${measured} away from rate and market, at most ${limit}.`,
  "oracle-diverging/oracle-off-once": ({ subject, measured, limit }) =>
    `Feed ${subject} is ${measured} away from both rate and market, at most ${limit}. Not for enough samples in a row to act on.`,
  "oracle-diverging/oracle-diverges": ({ subject, measured, limit, effect }) =>
    `Feed ${subject} is ${measured} away from both rate and market, at most ${limit}.${effect}`,
  "oracle-diverging/feed-unknown": ({ subject }) =>
    `What feed ${subject} says is unknown. Entries into its asset are frozen.`,
  ...exitAsked("oracle-diverging", "the price feed diverges"),
  "price-drawdown/price-steady": ({ subject, measured, limit }) =>
    `${subject} is ${measured} below its highest of the window, at most ${limit}.`,
  "price-drawdown/price-fell": ({ subject, measured, limit, effect }) =>
    `${subject} fell by ${measured} within the window, at most ${limit}.${effect}`,
  "price-drawdown/no-history-yet": ({ subject }) =>
    `No earlier answer of ${subject} is stored, so a fall is not judged yet.`,
  "price-drawdown/price-unknown": ({ subject }) => `What ${subject} says now is unknown. Entries are frozen.`,
  ...exitAsked("price-drawdown", "the price of the base asset fell"),
};

const became =
  (what: string): Copy[string] =>
  ({ measured, limit, effect }) =>
    `The Safe's ${what} is now ${measured}; it was ${limit}.${effect}`;

const safe: Copy = {
  "safe-changed/unchanged": ({ measured }) => `Parts of the Safe that are as they were: ${measured}.`,
  "safe-changed/owners-changed": ({ measured, effect }) =>
    `The owners of the Safe changed. There are ${measured} now.${effect}`,
  "safe-changed/threshold-changed": became("threshold"),
  "safe-changed/modules-changed": ({ measured, effect }) =>
    `The modules of the Safe changed. There are ${measured} now.${effect}`,
  "safe-changed/guard-changed": became("guard"),
  "safe-changed/fallback-handler-changed": became("fallback handler"),
  "safe-changed/singleton-changed": became("singleton"),
  "safe-changed/no-history-yet": ({ measured }) =>
    `Parts of the Safe of which nothing earlier is stored: ${measured}. A change before now is not told.`,
  "safe-changed/safe-unknown": () =>
    "The Safe could not be read, so whether it changed is unknown. Entries are frozen.",
};

/** What the guards on markets, yields, prices and the Safe say, by rule and code. */
export const marketCopy: Copy = { ...liquidity, ...yields, ...prices, ...safe };
