import type { Address, InnerCall } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ACCOUNT, ETHER } from "../testing/sampleBatch.ts";
import { WEETH, WSTETH } from "../testing/sampleDeployment.ts";
import { OPERATOR, UNDELEGATION, WITHDRAWAL_PLAN } from "../testing/sampleWithdrawals.ts";
import { approving, asking, askingLido, queueing, undelegating } from "../testing/venueData.ts";
import {
  DELEGATION_MANAGER,
  STETH,
  STETH_STRATEGY,
  WITHDRAW_ADAPTER,
  WITHDRAWAL_QUEUE,
} from "../testing/withdrawalDeployment.ts";
import { CALLS, codes, judge, onlyRequests, replaced } from "../testing/withdrawalJudge.ts";

const STRANGER: Address = "0xbad000000000000000000000000000000000bad0";
const SAFE = ACCOUNT.address;

describe("the firewall refuses requests in which", () => {
  it.each<[string, readonly InnerCall[], string]>([
    ["another contract is asked", replaced("queue", { to: STRANGER }), "target"],
    ["another strategy is queued", replaced("queue", { data: queueing([STRANGER]) }), "strategy"],
    [
      "a strategy more is queued",
      replaced("queue", { data: queueing([STETH_STRATEGY, STRANGER]) }),
      "strategy",
    ],
    [
      "a wei more is queued",
      replaced("queue", { data: queueing([STETH_STRATEGY], [100n * ETHER + 1n]) }),
      "shares",
    ],
    ["the account leaves its operator instead", replaced("queue", { data: undelegating(SAFE) }), "malformed"],
    [
      "ether.fi's ticket goes to a stranger",
      replaced("etherFiTicket", { data: asking(900n * ETHER, STRANGER) }),
      "recipient",
    ],
    [
      "ether.fi's ticket is a wei larger",
      replaced("etherFiTicket", { data: asking(900n * ETHER + 1n, SAFE) }),
      "amount",
    ],
    ["ether.fi's ticket is made elsewhere", replaced("etherFiTicket", { to: STRANGER }), "target"],
    [
      "ether.fi's allowance is a wei larger",
      replaced("etherFiApproval", { data: approving(WITHDRAW_ADAPTER, 1_000n * ETHER + 1n) }),
      "approval",
    ],
    [
      "ether.fi's allowance goes to a stranger",
      replaced("etherFiApproval", { data: approving(STRANGER, 1_000n * ETHER) }),
      "spender",
    ],
    ["ether.fi's allowance is of another token", replaced("etherFiApproval", { to: WSTETH }), "approval"],
    [
      "Lido's tickets go to a stranger",
      replaced("lidoTickets", { data: askingLido([800n * ETHER, 3n * ETHER], STRANGER) }),
      "recipient",
    ],
    [
      "Lido's tickets go to nobody, which means the caller",
      replaced("lidoTickets", {
        data: askingLido([800n * ETHER, 3n * ETHER], `0x${"00".repeat(20)}` as const),
      }),
      "recipient",
    ],
    [
      "Lido's amounts are a wei larger",
      replaced("lidoTickets", { data: askingLido([800n * ETHER, 3n * ETHER + 1n], SAFE) }),
      "amount",
    ],
    [
      "Lido's amounts are merged",
      replaced("lidoTickets", { data: askingLido([803n * ETHER], SAFE) }),
      "amount",
    ],
    ["Lido is asked elsewhere", replaced("lidoTickets", { to: STETH }), "target"],
    [
      "Lido's allowance is without limit",
      replaced("lidoApproval", { data: approving(WITHDRAWAL_QUEUE, 2n ** 256n - 1n) }),
      "approval",
    ],
    [
      "Lido's allowance goes to a stranger",
      replaced("lidoApproval", { data: approving(STRANGER, 803n * ETHER) }),
      "spender",
    ],
    ["ETH goes along", replaced("lidoTickets", { value: 1n }), "value"],
    [
      "a hidden call comes last",
      [...CALLS, { to: DELEGATION_MANAGER, value: 0n, data: undelegating(SAFE) }],
      "call-unplanned",
    ],
    [
      "a hidden call comes first",
      [{ to: WEETH, value: 0n, data: approving(STRANGER, 1n) }, ...CALLS],
      "call-unplanned",
    ],
    ["the last call is cut off", CALLS.slice(0, -1), "call-missing"],
    [
      "ether.fi and Lido change places",
      [...CALLS.slice(0, 4), ...CALLS.slice(7), ...CALLS.slice(4, 7)],
      "malformed",
    ],
    ["requests come before claims", [...CALLS.slice(3), ...CALLS.slice(0, 3)], "malformed"],
  ])("%s", (_, calls, code) => expect(codes({ plan: WITHDRAWAL_PLAN, calls })).toContain(code));

  it("the undelegation is of somebody else", () => {
    const calls = [{ to: DELEGATION_MANAGER, value: 0n, data: undelegating(STRANGER) }];
    expect(codes({ plan: onlyRequests(UNDELEGATION), calls })).toEqual(["owner"]);
  });
});

it("says where the violation is: the second ticket of ether.fi is the eighth call", () => {
  const calls = replaced("secondEtherFiTicket", { data: asking(100n * ETHER, STRANGER) });
  expect(judge({ plan: WITHDRAWAL_PLAN, calls })).toEqual([
    { code: "recipient", call: 7n, field: "recipient", expected: SAFE, actual: STRANGER },
  ]);
});

it("names the operator that the position has", () => {
  const plan = onlyRequests({
    ...UNDELEGATION,
    order: { kind: "eigenlayer-undelegate", operator: STRANGER },
  });
  expect(judge({ plan })).toMatchObject([{ code: "operator", expected: OPERATOR, actual: STRANGER }]);
});
