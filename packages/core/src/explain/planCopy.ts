import type { Copy } from "./copy.ts";

/** What the rules on a plan say, by rule and code. */
export const planCopy: Copy = {
  "after-state/no-new-breach": () => "The plan breaks no limit, at its quotes or at its minimums.",
  "after-state/spends-more-than-held": () =>
    "The plan spends more than the account holds, or claims what it does not have.",
  "after-state/breaks-position-band": ({ subject, measured, limit }) =>
    `The plan would bring ${subject} to ${measured}, limit ${limit}.`,
  "after-state/breaks-protocol-cap": ({ subject, measured, limit }) =>
    `The plan would bring ${subject} to ${measured}, at most ${limit}.`,
  "after-state/breaks-liquidity-ladder": ({ subject, measured, limit }) =>
    `After the plan ${measured} of the account could become ${subject}, at least ${limit}.`,
  "after-state/breaks-asset-cap": ({ subject, measured, limit }) =>
    `The plan would bring ${subject} to ${measured} of the account, at most ${limit}.`,
  "after-state/breaks-venue-share": ({ subject, measured, limit }) =>
    `The plan would bring the treasury's share of ${subject} to ${measured}, at most ${limit}.`,
  "after-state/breaks-exit-liquidity-share": ({ subject, measured, limit }) =>
    `After the plan the treasury would hold ${measured} of what the market of ${subject} takes, at most ${limit}.`,
  "after-state/breaks-shared-cause-cap": ({ subject, measured, limit }) =>
    `The plan would make ${measured} depend on ${subject}, at most ${limit}.`,
  "batch-limits/within-calls": ({ measured, limit }) => `The batch has ${measured} calls, at most ${limit}.`,
  "batch-limits/too-many-calls": ({ measured, limit }) =>
    `The batch has ${measured} calls, at most ${limit}.`,
  "batch-limits/within-gas": ({ measured, limit }) =>
    `The batch uses about ${measured} gas, at most ${limit}.`,
  "batch-limits/too-much-gas": ({ measured, limit }) =>
    `The batch uses about ${measured} gas, at most ${limit}.`,
  "emergency-exit/partly-out": ({ subject, measured }) =>
    `${measured} of ${subject} cannot leave now: the market takes no more within the emergency ceiling.`,
  "emergency-exit/no-way-out": ({ subject, measured }) =>
    `${subject} cannot leave: the market takes none of its ${measured} within the emergency ceiling.`,
  "emergency-exit/partly-queued": ({ subject, measured }) =>
    `${measured} of ${subject} waits outside its queue: the protocol or the batch takes no more at once. It is asked for next.`,
  "emergency-exit/exit-stopped": ({ subject, measured }) =>
    `${measured} of ${subject} cannot leave: its protocol has paused withdrawals, and no market takes more of it within the emergency ceiling. It is asked for as soon as they are open again.`,
  "emergency-exit/exit-stopped-no-fallback-handler": ({ subject, measured }) =>
    `${measured} of ${subject} cannot leave through its protocol: the Safe has no fallback handler that accepts the withdrawal's NFT. Have the owners set Safe's CompatibilityFallbackHandler.`,
  "emergency-exit/exit-stopped-blacklisted": ({ subject, measured }) =>
    `${measured} of ${subject} cannot leave through its protocol: it has blacklisted the account. Ask the protocol to lift it.`,
  "frozen-positions/freezes-kept": () => "The plan enters and leaves only what it may.",
  "frozen-positions/enters-frozen": ({ subject }) => `The plan would enter ${subject}, which is frozen.`,
  "frozen-positions/leaves-frozen": ({ subject }) => `The plan would leave ${subject}, which it may not.`,
  "gas-share-of-gain/gas-share-within": ({ measured, limit }) =>
    `Its gas costs ${measured} of its gain, at most ${limit}.`,
  "gas-share-of-gain/gas-share-above": ({ measured, limit }) =>
    `Its gas costs ${measured} of its gain; the policy wants at most ${limit}.`,
  "gas-share-of-gain/no-gain-for-gas": ({ limit }) =>
    `It gains nothing that its gas could be a share of; the policy wants at most ${limit}.`,
  "gas-share-of-gain/no-gas-share-asked": () =>
    "Gas is no matter for a plan that repairs a limit, leaves in an emergency or claims what is owed.",
  "minimum-net-gain/enough-gain": ({ measured, limit }) => `Net gain ${measured}, at least ${limit}.`,
  "minimum-net-gain/too-little-gain": ({ measured, limit }) =>
    `Net gain ${measured}; the policy wants at least ${limit}.`,
  "minimum-net-gain/no-gain-asked": ({ measured }) =>
    `Net gain ${measured}. None is asked of a plan that repairs a limit, leaves in an emergency or claims what is owed.`,
  "minimum-trade/large-enough": ({ subject, measured, limit }) =>
    `${subject} trades ${measured}, at least ${limit}.`,
  "minimum-trade/too-small": ({ subject, measured, limit }) =>
    `${subject} trades ${measured}, at least ${limit}.`,
  "minimum-trade/size-unknown": ({ subject }) => `What ${subject} trades has no known value.`,
  "payback/pays-back": ({ measured, limit }) => `Its cost is paid back in ${measured}, at most ${limit}.`,
  "payback/pays-back-too-late": ({ measured, limit }) =>
    `Its cost is paid back in ${measured}; the policy wants at most ${limit}.`,
  "payback/never-pays-back": ({ limit }) => `Its cost is never paid back; the policy wants at most ${limit}.`,
  "payback/no-payback-asked": () =>
    "No payback is asked of a plan that repairs a limit, leaves in an emergency or claims what is owed.",
  "slippage/within-ceiling": ({ subject, measured, limit }) =>
    `Trading ${subject} gives up at most ${measured}, ceiling ${limit}.`,
  "slippage/quote-beyond-ceiling": ({ subject, measured, limit }) =>
    `Trading ${subject} would give up ${measured}, ceiling ${limit}.`,
  "slippage/minimum-beyond-ceiling": ({ subject, measured, limit }) =>
    `The minimum for ${subject} lets ${measured} go, ceiling ${limit}.`,
  "slippage/minimum-above-quote": ({ subject }) =>
    `The minimum for ${subject} is above what its route quotes, so the batch could not execute.`,
  "slippage/cost-unknown": ({ subject }) => `What trading ${subject} costs is unknown.`,
  "turnover-per-day/turnover-within": ({ measured, limit }) =>
    `With it ${measured} of the account's value is moved within a day, at most ${limit}.`,
  "turnover-per-day/turnover-above": ({ measured, limit }) =>
    `With it ${measured} of the account's value would be moved within a day, at most ${limit}.`,
  "turnover-per-day/turnover-not-limited": () =>
    "Turnover is no matter for a plan that leaves in an emergency or claims what is owed.",
  "turnover-per-day/turnover-unknown": ({ limit }) =>
    `What share of the account it moves is unknown; at most ${limit} may be moved within a day.`,
  "worst-case/loss-bounded": ({ measured, limit }) =>
    `At its minimums the plan loses ${measured}, at most ${limit}.`,
  "worst-case/loss-beyond-ceiling": ({ measured, limit }) =>
    `At its minimums the plan loses ${measured}, at most ${limit}.`,
  "worst-case/loss-unknown": ({ measured }) =>
    `At its minimums the plan loses ${measured}; what it may lose is unknown.`,
  "worst-loss-per-batch/loss-within": ({ measured, limit }) =>
    `At its minimums the plan loses ${measured} of the account, at most ${limit}.`,
  "worst-loss-per-batch/loss-above": ({ measured, limit }) =>
    `At its minimums the plan loses ${measured} of the account; the policy wants at most ${limit}.`,
  "worst-loss-per-batch/loss-above-in-emergency": ({ measured, limit }) =>
    `At its minimums the exit loses ${measured} of the account, more than the ${limit} of a rebalance. An emergency is bounded by its own ceiling alone.`,
  "worst-loss-per-batch/share-unknown": ({ limit }) =>
    `What share of the account the plan may lose is unknown; the policy wants at most ${limit}.`,
};
