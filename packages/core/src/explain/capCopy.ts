import type { Copy } from "./copy.ts";

/** What the caps on shares say, by rule and code. */
export const capCopy: Copy = {
  "asset-cap/within-cap": ({ subject, measured, limit }) =>
    `${subject} in all forms: ${measured} now, at most ${limit}.`,
  "asset-cap/above-cap": ({ subject, measured, limit, effect }) =>
    `${subject} in all forms: ${measured} now, at most ${limit}.${effect}`,
  "asset-cap/share-unknown": ({ subject, limit }) =>
    `The share of ${subject} in all forms is unknown; at most ${limit} is allowed. Entries into it are frozen.`,
  "asset-cap/within-treasury-cap": ({ subject, measured, limit }) =>
    `${subject} in all forms: ${measured} of the treasury now, at most ${limit}.`,
  "asset-cap/above-treasury-cap": ({ subject, measured, limit, effect }) =>
    `${subject} in all forms: ${measured} of the treasury now, at most ${limit}.${effect}`,
  "asset-cap/treasury-share-unknown": ({ subject, limit }) =>
    `The share of ${subject} in all forms of the treasury is unknown; at most ${limit} is allowed. Entries into it are frozen.`,
  "exit-liquidity-share/within-share": ({ subject, measured, limit }) =>
    `The treasury holds ${measured} of what the market of ${subject} takes at once, at most ${limit}.`,
  "exit-liquidity-share/above-share": ({ subject, measured, limit, effect }) =>
    `The treasury holds ${measured} of what the market of ${subject} takes at once, at most ${limit}.${effect}`,
  "exit-liquidity-share/liquidity-unproven": ({ subject, measured, limit }) =>
    `The treasury holds ${measured} of what the market of ${subject} was quoted for, at most ${limit} of what it takes. It may take more; until that is seen, entries are frozen.`,
  "exit-liquidity-share/no-liquidity": ({ subject, measured }) =>
    `The market of ${subject} takes nothing within the slippage ceiling, and the treasury holds ${measured}. Entries are frozen.`,
  "exit-liquidity-share/no-market": ({ subject }) => `No pool trades ${subject}; it leaves by its protocol.`,
  "exit-liquidity-share/share-unknown": ({ subject, limit }) =>
    `How much of its market the treasury holds of ${subject} is unknown; at most ${limit} is allowed. Entries are frozen.`,
  "operator-cap/within-cap": ({ subject, measured, limit }) =>
    `Operator ${subject}: ${measured} of the treasury now, at most ${limit}.`,
  "operator-cap/above-cap": ({ subject, measured, limit, effect }) =>
    `Operator ${subject}: ${measured} of the treasury now, at most ${limit}.${effect}`,
  "operator-cap/share-unknown": ({ subject, limit }) =>
    `Operator ${subject}: its share of the treasury is unknown, at most ${limit} is allowed. Entries with it are frozen.`,
  "protocol-cap/within-cap": ({ subject, measured, limit }) =>
    `${subject}: ${measured} now, at most ${limit}.`,
  "protocol-cap/above-cap": ({ subject, measured, limit, effect }) =>
    `${subject}: ${measured} now, at most ${limit}.${effect}`,
  "protocol-cap/leaving-cap": ({ subject, measured, limit }) =>
    `${subject}: ${measured} now, at most ${limit}. What waits in its queues brings it back inside once claimed; nothing more is asked to leave. Entries are frozen.`,
  "protocol-cap/share-unknown": ({ subject }) =>
    `The share of ${subject} is unknown. Entries into it are frozen.`,
  "shared-cause-cap/within-account-cap": ({ subject, measured, limit }) =>
    `${measured} of the account depends on ${subject}, at most ${limit}.`,
  "shared-cause-cap/above-account-cap": ({ subject, measured, limit, effect }) =>
    `${measured} of the account depends on ${subject}, at most ${limit}.${effect}`,
  "shared-cause-cap/account-share-unknown": ({ subject, limit }) =>
    `What of the account depends on ${subject} is unknown; at most ${limit} may depend on one. Entries are frozen.`,
  "shared-cause-cap/within-treasury-cap": ({ subject, measured, limit }) =>
    `${measured} of the treasury depends on ${subject}, at most ${limit}.`,
  "shared-cause-cap/above-treasury-cap": ({ subject, measured, limit, effect }) =>
    `${measured} of the treasury depends on ${subject}, at most ${limit}.${effect}`,
  "shared-cause-cap/treasury-share-unknown": ({ subject, limit }) =>
    `What of the treasury depends on ${subject} is unknown; at most ${limit} may depend on one. Entries are frozen.`,
  "venue-share/within-share": ({ subject, measured, limit }) =>
    `The treasury holds ${measured} of ${subject}, at most ${limit}.`,
  "venue-share/above-share": ({ subject, measured, limit, effect }) =>
    `The treasury holds ${measured} of ${subject}, at most ${limit}.${effect}`,
  "venue-share/share-unknown": ({ subject, limit }) =>
    `What share of ${subject} the treasury holds is unknown; at most ${limit} is allowed. Entries into it are frozen.`,
};
