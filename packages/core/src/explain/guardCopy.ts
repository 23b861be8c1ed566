import type { Copy } from "./copy.ts";
import { exitAsked } from "./exitAsked.ts";
import { marketCopy } from "./marketCopy.ts";

const backing: Copy = {
  "backing-loss/backing-intact": ({ subject, measured, limit }) =>
    `The accounting rate of ${subject} is ${measured}, and was ${limit} at most.`,
  "backing-loss/backing-loss": ({ subject, measured, limit, effect }) =>
    `The accounting rate of ${subject} fell to ${measured}; it was ${limit}. Each unit is backed by less.${effect}`,
  "backing-loss/backing-unknown": ({ subject }) =>
    `No earlier rate of ${subject} is stored, so a loss of backing could not be seen. Entries are frozen.`,
  "backing-loss/rate-unknown": ({ subject }) =>
    `The accounting rate of ${subject} is unknown. Entries are frozen.`,
  "rate-growth/growth-within": ({ subject, measured, limit }) =>
    `The accounting rate of ${subject} grows at ${measured} a year, at most ${limit}.`,
  "rate-growth/growing-too-fast": ({ subject, measured, limit, effect }) =>
    `The accounting rate of ${subject} grows at ${measured} a year, at most ${limit}. Staking does not pay that, so the rate may be false.${effect}`,
  "rate-growth/rate-leapt": ({ subject, measured, limit, effect }) =>
    `The accounting rate of ${subject} rose by ${measured} since the last sample, at most ${limit}. It may be false.${effect}`,
  "rate-growth/history-too-short": ({ subject, measured, limit }) =>
    `The accounting rate of ${subject} made no leap. How fast it grows a year is not judged yet: ${measured} of history, half of ${limit} wanted.`,
  "rate-growth/no-history-yet": ({ subject }) =>
    `No earlier rate of ${subject} is stored, so its growth is not judged yet.`,
  "rate-growth/rate-unknown": ({ subject }) =>
    `The accounting rate of ${subject} is unknown. Entries are frozen.`,
  ...exitAsked("rate-growth", "the accounting rate grew out of bounds"),
};

const operators: Copy = {
  "operator-slashed/not-slashed": ({ subject }) =>
    `The operator of ${subject} was not slashed in the window.`,
  "operator-slashed/operator-slashed": ({ subject, measured, limit, effect }) =>
    `The operator of ${subject} was slashed. The position lost ${measured} of ${limit}.${effect}`,
  "operator-slashed/slashed-to-nothing": ({ subject, effect }) =>
    `The operator of ${subject} was slashed to nothing. All of the position is lost.${effect}`,
  "operator-slashed/slashed-while-queued": ({ subject, measured }) =>
    `The operator that withdrawal ${subject} left was slashed. It lost ${measured} while it waits, and nothing can be done for it until it is claimed.`,
  "operator-slashed/magnitude-unknown": ({ subject }) =>
    `Whether the operator of ${subject} was slashed is unknown: its magnitude was not read. Entries are frozen.`,
  "operator-slashed/no-history-yet": ({ subject }) =>
    `No earlier magnitude of the operator of ${subject} is stored, so a slash before now is not told.`,
  "operator-allocations/slashable-within": ({ subject, measured, limit }) =>
    `Operator sets may slash ${measured} of ${subject}, at most ${limit}.`,
  "operator-allocations/slashable-above": ({ subject, measured, limit, effect }) =>
    `Operator sets may slash ${measured} of ${subject}; the policy wants at most ${limit}.${effect}`,
  "operator-allocations/slashable-unknown": ({ subject }) =>
    `How much of ${subject} may be slashed is unknown. Entries are frozen.`,
  "operator-allocations/allocations-unchanged": ({ subject }) =>
    `Operator ${subject} left its allocations as they were.`,
  "operator-allocations/allocations-changed": ({ subject }) =>
    `Operator ${subject} changed its allocations within the window.`,
  "operator-allocations/allocations-unknown": ({ subject }) =>
    `The allocations of operator ${subject} were not read. Entries with it are frozen.`,
  "operator-allocations/no-history-yet": ({ subject }) =>
    `No earlier allocations of operator ${subject} are stored, so a change before now is not told.`,
};

const slashing: Copy = {
  "correlated-slashing/within-budget": ({ subject, measured, limit }) =>
    `If ${subject} were slashed at once, ${measured} of the account would be lost at most, budget ${limit}.`,
  "correlated-slashing/above-budget": ({ subject, measured, limit, effect }) =>
    `If ${subject} were slashed at once, up to ${measured} of the account would be lost, budget ${limit}.${effect}`,
  "correlated-slashing/slashing-unknown": () =>
    "What slashings at once could take is unknown. Entries are frozen.",
  ...exitAsked("correlated-slashing", "slashings at once could take more than the budget"),
};

const changed =
  (what: string): Copy[string] =>
  ({ subject, measured, limit, effect }) =>
    `The ${what} of ${subject} is now ${measured}; it was ${limit}.${effect}`;

const venues: Copy = {
  "contract-changed/unchanged": ({ subject, measured }) =>
    `Contracts of ${subject} that are as they were: ${measured}.`,
  "contract-changed/implementation-changed": changed("implementation"),
  "contract-changed/admin-changed": changed("admin"),
  "contract-changed/owner-changed": changed("owner"),
  "contract-changed/timelock-changed": changed("timelock"),
  "contract-changed/no-history-yet": ({ subject, measured }) =>
    `Contracts of ${subject} of which nothing earlier is stored: ${measured}. A change before now is not told.`,
  "contract-changed/figure-unknown": ({ subject }) =>
    `Whether ${subject} changed is unknown. Entries into its venue are frozen.`,
  ...exitAsked("contract-changed", "a contract changed"),
  "exit-queue/queue-short": ({ subject, measured, limit }) =>
    `${measured} wait to leave ${subject}, at most ${limit}.`,
  "exit-queue/queue-long": ({ subject, measured, limit, effect }) =>
    `${measured} wait to leave ${subject}; the policy wants at most ${limit}.${effect}`,
  "exit-queue/queue-growing": ({ subject, measured, limit, effect }) =>
    `What waits to leave ${subject} grew by ${measured} within the window, at most ${limit}.${effect}`,
  "exit-queue/no-history-yet": ({ subject }) =>
    `No earlier queue of ${subject} is stored, so its growth is not judged yet.`,
  "exit-queue/figure-unknown": ({ subject }) =>
    `What waits in the ${subject} is unknown. Entries into its venue are frozen.`,
  ...exitAsked("exit-queue", "the exit queue is too long"),
  "tvl-drop/tvl-steady": ({ subject, measured, limit }) =>
    `The value in ${subject} is ${measured} below its highest of the window, at most ${limit}.`,
  "tvl-drop/tvl-fell": ({ subject, measured, limit, effect }) =>
    `The value in ${subject} fell by ${measured} within the window, at most ${limit}.${effect}`,
  "tvl-drop/no-history-yet": ({ subject }) =>
    `No earlier value of ${subject} is stored, so a fall is not judged yet.`,
  "tvl-drop/figure-unknown": ({ subject }) => `The ${subject} is unknown. Entries into its venue are frozen.`,
  ...exitAsked("tvl-drop", "the value of the venue fell"),
};

const pauses: Copy = {
  "venue-paused/venue-says": ({ subject }) => `${subject} makes a statement that stops nothing.`,
  "venue-paused/entries-stopped": ({ subject }) =>
    `${subject} takes no entries now. Entries into it are frozen.`,
  "venue-paused/exits-stopped": ({ subject }) => `${subject} lets nothing leave now. No rebalance leaves it.`,
  "venue-paused/market-remains": ({ subject, measured }) =>
    `${measured} of ${subject} cannot leave through the protocol now. What remains is a sale on the market.`,
  "venue-paused/nothing-remains": ({ subject, measured }) =>
    `${measured} of ${subject} cannot leave now, and no market takes it. What remains is to wait until a way out opens again.`,
  "venue-paused/nothing-paused": ({ subject }) => `Nothing of ${subject} is paused.`,
  "venue-paused/paused": ({ subject, measured, effect }) =>
    `${subject} is paused, pause bits ${measured}.${effect}`,
  "venue-paused/paused-until": ({ subject, measured, effect }) =>
    `${subject} is paused for another ${measured}.${effect}`,
  "venue-paused/figure-unknown": ({ subject }) =>
    `Whether ${subject} is paused is unknown. Entries into its venue are frozen.`,
  ...exitAsked("venue-paused", "the protocol is paused"),
};

const tickets: Copy = {
  "ticket-loss/pays-as-promised": ({ subject, limit }) =>
    `Withdrawal ${subject} pays the ${limit} that it promised.`,
  "ticket-loss/losing-while-waiting": ({ subject, measured, limit }) =>
    `Withdrawal ${subject} would pay ${measured} less than the ${limit} that it promised. It lost that while waiting, and may still fall.`,
  "ticket-loss/pays-less": ({ subject, measured, limit }) =>
    `Withdrawal ${subject} pays ${measured} less than the ${limit} that it promised.`,
  "ticket-loss/loss-unvalued": ({ subject }) =>
    `Withdrawal ${subject} would pay less than it promised. What that is worth is unknown.`,
  "ticket-stuck/not-stuck": ({ subject }) => `Withdrawal ${subject} is on its way.`,
  "ticket-stuck/claim-stopped": ({ subject, measured }) =>
    `Withdrawal ${subject} could be claimed, but its claim is stopped. ${measured} wait.`,
  "ticket-stuck/overdue": ({ subject, measured, limit }) =>
    `Withdrawal ${subject} still waits ${measured} blocks after it should be claimable, at most ${limit}.`,
};

/** What the guards say, by rule and code. */
export const guardCopy: Copy = {
  ...backing,
  ...operators,
  ...slashing,
  ...venues,
  ...pauses,
  ...tickets,
  ...marketCopy,
};
