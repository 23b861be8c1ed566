import { capCopy } from "./capCopy.ts";
import type { Copy } from "./copy.ts";
import { guardCopy } from "./guardCopy.ts";

/** What the rules on the account say, by rule and code. */
export const accountCopy: Copy = {
  "cooldown/no-recent-move": () => "No rebalance was made lately.",
  "cooldown/cooling-down": ({ measured, limit }) =>
    `The last rebalance was ${measured} ago; the next may come ${limit} after it.`,
  "cooldown/cooled-down": ({ measured, limit }) =>
    `The last rebalance was ${measured} ago, longer than the cooldown of ${limit}.`,
  "dwell/settled": () => "No position was entered or left within the dwell.",
  "dwell/entered-lately": ({ subject, measured, limit }) =>
    `${subject} was entered ${measured} ago, so no rebalance leaves it until ${limit} have passed.`,
  "dwell/exited-lately": ({ subject, measured, limit }) =>
    `${subject} was left ${measured} ago, so no rebalance enters it until ${limit} have passed.`,
  "liquidity-ladder/enough-liquidity": ({ subject, measured, limit }) =>
    `${measured} of the account can become ${subject}, at least ${limit}.`,
  "liquidity-ladder/too-little-liquidity": ({ subject, measured, limit, effect }) =>
    `Only ${measured} of the account can become ${subject}, at least ${limit}.${effect}`,
  "liquidity-ladder/liquidity-unknown": ({ subject, limit }) =>
    `How much of the account can become ${subject} is unknown; at least ${limit} is asked. Entries are frozen.`,
  "market-depeg/near-rate": ({ subject, measured, limit }) =>
    `${subject} sells at most ${measured} below its accounting rate, limit ${limit}.`,
  "market-depeg/below-rate-once": ({ subject, measured, limit }) =>
    `${subject} sells ${measured} below its accounting rate, limit ${limit}. Not for enough samples in a row to act on.`,
  "market-depeg/below-rate": ({ subject, measured, limit, effect }) =>
    `${subject} sells ${measured} below its accounting rate, limit ${limit}. Its backing is intact.${effect}`,
  "market-depeg/below-fallen-rate": ({ subject, measured, limit, effect }) =>
    `${subject} sells ${measured} below its accounting rate, limit ${limit}, and that rate itself fell. This is no depeg with intact backing.${effect}`,
  "market-depeg/below-rate-unproven": ({ subject, measured, limit }) =>
    `${subject} sells ${measured} below its accounting rate, limit ${limit}. No earlier rate is stored, so whether its backing is intact is unknown. Entries are frozen.`,
  "market-depeg/no-market": ({ subject }) =>
    `No pool trades ${subject}, so it has no price that could depeg.`,
  "market-depeg/rate-unknown": ({ subject }) =>
    `The accounting rate of ${subject} is unknown. Entries are frozen.`,
  "market-depeg/price-unknown": ({ subject }) =>
    `What a sale of ${subject} would get is unknown: no route was quoted for the guard's size. Entries are frozen.`,
  "missing-data/all-read": () => "Everything was read.",
  "missing-data/value-unknown": ({ subject }) =>
    `${subject} could not be read, so no share of the account is known. Nothing is proposed.`,
  "missing-data/safe-unknown": () => "The Safe could not be read. Nothing is proposed.",
  "missing-data/gas-unknown": () =>
    "The fees of the block could not be read, so no cost is known. Nothing is proposed.",
  "missing-data/route-unknown": ({ subject }) =>
    `The route ${subject} was not quoted, so the cost of trading is unknown. No rebalance.`,
  "missing-data/exit-unknown": ({ subject }) =>
    `The way out ${subject} through its protocol could not be read. No rebalance.`,
  "missing-data/yield-unknown": ({ subject, measured, limit }) =>
    `The yield of ${subject} is unknown: ${measured} of history, ${limit} wanted. No rebalance.`,
  "missing-data/reading-unknown": ({ subject }) => `${subject} could not be read. Nothing is proposed.`,
  "open-proposal/lane-free": () => "No proposal is open.",
  "open-proposal/proposal-open": ({ measured }) =>
    `Proposal ${measured} is open, and only one rebalance may be.`,
  "open-proposal/claim-open": ({ measured }) =>
    `Proposal ${measured} claims what is owed. It holds nothing up.`,
  "open-proposal/foreign-work-open": ({ measured }) =>
    `Transaction ${measured} was queued by someone else. A proposal would queue behind it.`,
  "position-band/within-band": ({ subject, measured }) => `${subject}: ${measured} now, inside its band.`,
  "position-band/above-max": ({ subject, measured, limit, effect }) =>
    `${subject}: ${measured} now, at most ${limit}.${effect}`,
  "position-band/below-min": ({ subject, measured, limit, effect }) =>
    `${subject}: ${measured} now, at least ${limit}.${effect}`,
  "position-band/not-listed": ({ subject, measured }) =>
    `${subject} holds ${measured} and is not in the policy. It may be left, never entered.`,
  "position-band/share-unknown": ({ subject }) =>
    `The share of ${subject} is unknown. Entries into it are frozen.`,
  "source-silent/quorum-met": ({ measured, limit }) =>
    `Sources that agree on the block: ${measured}, at least ${limit}.`,
  "source-silent/below-quorum": ({ measured, limit }) =>
    `Sources that agree on the block: ${measured}, at least ${limit}. Nothing is proposed until enough agree.`,
  "source-silent/source-agrees": ({ subject, measured }) => `${subject} agrees on block ${measured}.`,
  "source-silent/source-lags": ({ subject, measured }) => `${subject} lags: it is at block ${measured}.`,
  "source-silent/source-gone": ({ subject }) => `${subject} does not answer.`,
  "source-silent/source-disagrees": ({ subject, measured }) =>
    `${subject} disagrees on block ${measured}. Waiting until the sources agree.`,
  "source-silent/reading-disputed": ({ subject }) =>
    `Two sources gave ${subject} differently at the same block. Waiting until they agree.`,
  "stale-oracle/feed-fresh": ({ subject, measured }) => `Feed ${subject} was updated ${measured} ago.`,
  "stale-oracle/feed-stale": ({ subject, measured, limit }) =>
    `Feed ${subject} silent for ${measured}, limit ${limit}. Treated as unknown, so entries are frozen. Exits still work.`,
  "stale-oracle/feed-missing": ({ subject }) =>
    `Feed ${subject} could not be read. Treated as unknown, so entries are frozen. Exits still work.`,
  "stale-oracle/feed-ahead": ({ subject }) =>
    `Feed ${subject} claims an update after the block. Treated as unknown, so entries are frozen. Exits still work.`,
  "stale-oracle/feed-invalid": ({ subject }) =>
    `Feed ${subject} says zero or less. Treated as unknown, so entries are frozen. Exits still work.`,
  ...capCopy,
  ...guardCopy,
};
