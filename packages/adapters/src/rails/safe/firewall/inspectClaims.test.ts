import type { Address, Hex, InnerCall } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ETHER } from "../testing/sampleBatch.ts";
import { WETH } from "../testing/sampleDeployment.ts";
import { WITHDRAWAL_PLAN } from "../testing/sampleWithdrawals.ts";
import { claiming, claimingLido } from "../testing/venueData.ts";
import { completionData } from "../testing/withdrawalCalls.ts";
import { STETH, STETH_STRATEGY, WITHDRAW_ADAPTER } from "../testing/withdrawalDeployment.ts";
import { codes, replaced } from "../testing/withdrawalJudge.ts";

const STRANGER: Address = "0xbad000000000000000000000000000000000bad0";

const orders = WITHDRAWAL_PLAN.claims.flatMap(({ order }) =>
  order.kind === "eigenlayer-withdrawal" ? [order] : [],
);
type Order = (typeof orders)[number];

/** The first of two completions with a field of its withdrawal changed. */
const completing = (change: Partial<Order["withdrawal"]>, rest: Partial<Order> = {}): Hex =>
  completionData(
    orders.map((order, place) =>
      place > 0 ? order : { ...order, ...rest, withdrawal: { ...order.withdrawal, ...change } },
    ),
  );
describe("the firewall refuses claims in which", () => {
  const others = [STETH_STRATEGY, STETH_STRATEGY];
  it.each<[string, readonly InnerCall[], string]>([
    ["another contract is called", replaced("completions", { to: STRANGER }), "target"],
    [
      "the withdrawal is another account's",
      replaced("completions", { data: completing({ staker: STRANGER }) }),
      "owner",
    ],
    [
      "the withdrawer is a stranger",
      replaced("completions", { data: completing({ withdrawer: STRANGER }) }),
      "owner",
    ],
    [
      "the withdrawal is of another operator",
      replaced("completions", { data: completing({ delegatedTo: STRANGER }) }),
      "ticket",
    ],
    ["the nonce is another", replaced("completions", { data: completing({ nonce: 9n }) }), "ticket"],
    [
      "the block is another",
      replaced("completions", { data: completing({ startBlock: 1n as never }) }),
      "ticket",
    ],
    [
      "the strategy is another",
      replaced("completions", { data: completing({ strategies: [STRANGER] }) }),
      "strategy",
    ],
    [
      "there is a strategy more",
      replaced("completions", { data: completing({ strategies: others }) }),
      "strategy",
    ],
    [
      "the shares are a wei more",
      replaced("completions", { data: completing({ scaledShares: [4n * ETHER + 1n] }) }),
      "shares",
    ],
    ["the token is another", replaced("completions", { data: completing({}, { tokens: [WETH] }) }), "token"],
    [
      "there is a token more",
      replaced("completions", { data: completing({}, { tokens: [STETH, STETH] }) }),
      "token",
    ],
    [
      "one is taken as shares",
      replaced("completions", { data: completionData(orders, [true, false]) }),
      "as-shares",
    ],
    ["one is left out", replaced("completions", { data: completionData(orders.slice(1)) }), "ticket"],
    [
      "one is there twice",
      replaced("completions", { data: completionData([...orders, ...orders.slice(1)]) }),
      "ticket",
    ],
    ["they change places", replaced("completions", { data: completionData(orders.toReversed()) }), "ticket"],
    ["a flag is missing", replaced("completions", { data: completionData(orders, [true]) }), "ticket"],
    [
      "ether.fi is asked for an id more",
      replaced("etherFiClaims", { data: claiming(7n, 8n, 11n) }),
      "ticket",
    ],
    ["ether.fi's ids descend", replaced("etherFiClaims", { data: claiming(11n, 7n) }), "ticket"],
    ["ether.fi is asked for another id", replaced("etherFiClaims", { data: claiming(8n, 11n) }), "ticket"],
    [
      "ether.fi's claims go to another contract",
      replaced("etherFiClaims", { to: WITHDRAW_ADAPTER }),
      "target",
    ],
    ["Lido is asked for an id less", replaced("lidoClaims", { data: claimingLido([9n], [18n]) }), "ticket"],
    [
      "Lido is given another hint",
      replaced("lidoClaims", { data: claimingLido([9n, 10n], [18n, 21n]) }),
      "ticket",
    ],
    [
      "Lido's hints change places",
      replaced("lidoClaims", { data: claimingLido([9n, 10n], [20n, 18n]) }),
      "ticket",
    ],
    ["Lido's ids descend", replaced("lidoClaims", { data: claimingLido([10n, 9n], [20n, 18n]) }), "ticket"],
    ["Lido's claims go to another contract", replaced("lidoClaims", { to: STETH }), "target"],
    ["ETH goes along", replaced("lidoClaims", { value: 1n }), "value"],
    ["a claim's data is another function's", replaced("lidoClaims", { data: claiming(9n) }), "malformed"],
  ])("%s", (_, calls, code) => expect(codes({ plan: WITHDRAWAL_PLAN, calls })).toContain(code));
});
