import type { Hex } from "viem";
import { describe, expect, test } from "vitest";
import { type Attack, ETHER, EVIL, replaceCall, testAttacks, transferData } from "../../../test/attacks.ts";
import {
  batchClaimData,
  type Call,
  claimWithdrawalsData,
  completeData,
  queueWithdrawalsData,
  requestWithdrawData,
  requestWstEthData,
  undelegateData,
  type Withdrawal,
} from "../../../test/bundleParts.ts";
import { detailOf, failedChecks } from "../../../test/failedChecks.ts";
import { approveCall, type Parts, SAFE, TOKENS, VENUES } from "../../../test/validBundle.ts";
import {
  AT,
  callTo,
  completion,
  ETHERFI_AMOUNTS,
  etherFiClaim,
  LIDO_AMOUNTS,
  lidoClaim,
  OPERATOR,
  queueData,
  replan,
  STETH,
  undelegation,
  withdrawal,
  withdrawalText,
} from "../../../test/withdrawalBundle.ts";

const STRATEGY = VENUES["eigenlayer.stETHStrategy"];
const NOBODY: Hex = `0x${"0".repeat(40)}`;

/** The withdrawals as the plan has them, sorted by ticket. */
const WITHDRAWALS = [withdrawal(3n), withdrawal(4n)].sort((a, b) =>
  completion(a).ticket < completion(b).ticket ? -1 : 1,
);

/** An attack on the bytes alone: one call is another than the plan explains. */
const call = (what: string, at: keyof typeof AT, by: (honest: Call) => Call): Attack => [
  what,
  ["explained"],
  (parts) => replaceCall(parts, { at: AT[at], by: by(parts.calls[AT[at]] as Call) }),
];
const data = (what: string, at: keyof typeof AT, bytes: Hex): Attack =>
  call(what, at, (honest) => ({ ...honest, data: bytes }));

const completing = (
  change: Partial<Withdrawal>,
  { tokens = [[STETH], [STETH]], flags = [true, true] }: { tokens?: Hex[][]; flags?: boolean[] } = {},
): Hex =>
  completeData(
    WITHDRAWALS.map((each, i) => (i === 0 ? { ...each, ...change } : each)),
    tokens,
    flags,
  );

const ON_CLAIMS: readonly Attack[] = [
  call("withdrawals are completed elsewhere", "completions", (honest) => ({ ...honest, to: EVIL })),
  data("a withdrawal is a stranger's", "completions", completing({ staker: EVIL })),
  data("a withdrawal is paid to a stranger", "completions", completing({ withdrawer: EVIL })),
  data("a withdrawal is of another operator", "completions", completing({ delegatedTo: EVIL })),
  data("a withdrawal has another nonce", "completions", completing({ nonce: 9n })),
  data("a withdrawal began in another block", "completions", completing({ startBlock: 1n })),
  data("a withdrawal is of another strategy", "completions", completing({ strategies: [EVIL] })),
  data("a withdrawal has a strategy more", "completions", completing({ strategies: [STRATEGY, EVIL] })),
  data("a withdrawal is a wei larger", "completions", completing({ scaledShares: [4n * ETHER + 1n] })),
  data(
    "a withdrawal pays another token",
    "completions",
    completing({}, { tokens: [[TOKENS.WETH], [STETH]] }),
  ),
  data("a withdrawal is taken as shares", "completions", completing({}, { flags: [true, false] })),
  data("a flag is missing", "completions", completing({}, { flags: [true] })),
  data("a list of tokens is missing", "completions", completing({}, { tokens: [[STETH]] })),
  data("a withdrawal is left out", "completions", completeData(WITHDRAWALS.slice(1), [[STETH]], [true])),
  data(
    "withdrawals change places",
    "completions",
    completeData(WITHDRAWALS.toReversed(), [[STETH], [STETH]], [true, true]),
  ),
  data("ether.fi pays a ticket more", "etherFiClaims", batchClaimData([7n, 8n, 11n])),
  data("ether.fi pays another ticket", "etherFiClaims", batchClaimData([7n, 12n])),
  data("ether.fi pays a ticket less", "etherFiClaims", batchClaimData([7n])),
  call("ether.fi's tickets are claimed elsewhere", "etherFiClaims", (honest) => ({ ...honest, to: EVIL })),
  data("Lido pays a ticket more", "lidoClaims", claimWithdrawalsData([8n, 9n, 10n], [1n, 109n, 110n])),
  data("Lido pays another ticket", "lidoClaims", claimWithdrawalsData([8n, 10n], [109n, 110n])),
  data("Lido is given another hint", "lidoClaims", claimWithdrawalsData([9n, 10n], [109n, 111n])),
  call("Lido's tickets are claimed elsewhere", "lidoClaims", (honest) => ({ ...honest, to: EVIL })),
  call("ETH goes along with a claim", "lidoClaims", (honest) => ({ ...honest, value: 1n })),
  call("a claim carries a byte too many", "lidoClaims", (honest) => ({
    ...honest,
    data: `${honest.data}00`,
  })),
  data("a claim is a transfer", "etherFiClaims", transferData(EVIL, 1n)),
];

const queueing = (strategies: Hex[], depositShares: bigint[], deprecatedWithdrawer = NOBODY): Hex =>
  queueWithdrawalsData({ strategies, depositShares, deprecatedWithdrawer });

const ON_REQUESTS: readonly Attack[] = [
  call("a withdrawal is queued elsewhere", "queue", (honest) => ({ ...honest, to: EVIL })),
  data("another strategy is queued", "queue", queueData(EVIL, 50n * ETHER)),
  data("a wei more is queued", "queue", queueData(STRATEGY, 50n * ETHER + 1n)),
  data("a strategy more is queued", "queue", queueing([STRATEGY, EVIL], [50n * ETHER, 1n])),
  data("a stranger is named as withdrawer", "queue", queueing([STRATEGY], [50n * ETHER], EVIL)),
  data(
    "two withdrawals are queued",
    "queue",
    queueWithdrawalsData(
      ...[1, 2].map(() => ({
        strategies: [STRATEGY],
        depositShares: [50n * ETHER],
        deprecatedWithdrawer: NOBODY,
      })),
    ),
  ),
  data("the Safe leaves its operator instead", "queue", undelegateData(SAFE)),
  data(
    "ether.fi's ticket is a stranger's",
    "etherFiTicket",
    requestWithdrawData(ETHERFI_AMOUNTS[0] ?? 0n, EVIL),
  ),
  data(
    "ether.fi's ticket is a wei larger",
    "etherFiTicket",
    requestWithdrawData((ETHERFI_AMOUNTS[0] ?? 0n) + 1n, SAFE),
  ),
  call("ether.fi's ticket is made elsewhere", "etherFiTicket", (honest) => ({ ...honest, to: EVIL })),
  call("ether.fi's allowance is a stranger's", "etherFiApproval", () =>
    approveCall(TOKENS.weETH, 25n * ETHER, EVIL),
  ),
  call("ether.fi's allowance is too large", "etherFiApproval", () =>
    approveCall(TOKENS.weETH, 25n * ETHER + 1n, VENUES["etherfi.withdrawAdapter"]),
  ),
  call("ether.fi's allowance is of another token", "etherFiApproval", () =>
    approveCall(TOKENS.WETH, 25n * ETHER, VENUES["etherfi.withdrawAdapter"]),
  ),
  data("Lido's tickets are a stranger's", "lidoTickets", requestWstEthData(LIDO_AMOUNTS, EVIL)),
  data("Lido's tickets are nobody's", "lidoTickets", requestWstEthData(LIDO_AMOUNTS, NOBODY)),
  data("Lido is asked for a wei more", "lidoTickets", requestWstEthData([30n * ETHER, ETHER + 1n], SAFE)),
  data(
    "Lido is asked for other tickets of the same sum",
    "lidoTickets",
    requestWstEthData([31n * ETHER], SAFE),
  ),
  call("Lido is asked elsewhere", "lidoTickets", (honest) => ({ ...honest, to: EVIL })),
  call("Lido's allowance is without limit", "lidoApproval", () =>
    approveCall(TOKENS.wstETH, 2n ** 256n - 1n, VENUES["lido.withdrawalQueue"]),
  ),
  call("Lido's allowance is a stranger's", "lidoApproval", () =>
    approveCall(TOKENS.wstETH, 31n * ETHER, EVIL),
  ),
  [
    "a hidden call comes last",
    ["explained"],
    ({ calls }) => void calls.push(callTo("eigenlayer.delegationManager", undelegateData(SAFE))),
  ],
  [
    "a hidden call comes between",
    ["explained"],
    ({ calls }) => void calls.splice(4, 0, approveCall(TOKENS.WETH, 1n, EVIL)),
  ],
  ["the last call is left out", ["explained"], ({ calls }) => void calls.pop()],
  [
    "requests come before claims",
    ["explained"],
    ({ calls }) => void calls.splice(1, 9, ...calls.slice(4), ...calls.slice(1, 4)),
  ],
  [
    "ether.fi is paid before EigenLayer",
    ["explained"],
    ({ calls }) => void calls.splice(1, 2, ...calls.slice(1, 3).reverse()),
  ],
];

const without = (contract: keyof typeof VENUES) => (parts: Parts) => {
  parts.contracts.venues = parts.contracts.venues.filter(({ id }) => id !== contract);
};

const ON_THE_PLAN: readonly Attack[] = [
  ["the list of contracts has no DelegationManager", ["explained"], without("eigenlayer.delegationManager")],
  ["the list of contracts has no strategy", ["explained"], without("eigenlayer.stETHStrategy")],
  ["the list of contracts has no adapter", ["explained", "simulation"], without("etherfi.withdrawAdapter")],
  ["the list of contracts has no request token", ["explained"], without("etherfi.withdrawRequestNFT")],
  ["the list of contracts has no queue", ["explained", "simulation"], without("lido.withdrawalQueue")],
  [
    "the plan queues another strategy than its position's",
    ["explained"],
    (parts) => {
      const [queue] = parts.plan.requests;
      if (queue?.order.kind === "eigenlayer-queue") queue.order.strategy = EVIL;
      replan(parts, {});
    },
  ],
  [
    "the plan leaves another operator than its position's",
    ["explained"],
    (parts) => {
      const order = { kind: "eigenlayer-undelegate", operator: EVIL } as const;
      replan(parts, { requests: [{ ...undelegation(), order }, ...parts.plan.requests.slice(1)] });
    },
  ],
  [
    "the plan asks for amounts that do not add up to what it spends",
    ["explained"],
    (parts) => {
      const order = { kind: "lido-queue", amounts: [30n * ETHER] } as const;
      const requests = parts.plan.requests.map((each) =>
        each.venue === "lido" ? { ...each, order: { ...order, amounts: [...order.amounts] } } : each,
      );
      replan(parts, { requests });
      parts.calls[AT.lidoApproval] = approveCall(TOKENS.wstETH, 31n * ETHER, VENUES["lido.withdrawalQueue"]);
    },
  ],
  [
    "the plan claims a ticket of a venue that has none",
    ["explained", "held"],
    (parts) => {
      const idle = { ...etherFiClaim(7n), venue: "idle" };
      parts.plan.claims = parts.plan.claims.map((each) => (each.ticket === "etherfi:7" ? idle : each));
      parts.calls.splice(AT.etherFiClaims, 1, callTo("etherfi.withdrawRequestNFT", batchClaimData([11n])));
      parts.calls.splice(AT.etherFiClaims + 1, 0, callTo("etherfi.withdrawRequestNFT", batchClaimData([7n])));
    },
  ],
  [
    "the plan claims at Lido what is ether.fi's",
    ["explained", "held"],
    (parts) => {
      const claims = parts.plan.claims.map((each) =>
        each.ticket === "lido:9" ? { ...lidoClaim(9n), order: etherFiClaim(9n).order } : each,
      );
      parts.plan.claims = claims;
    },
  ],
];

describe("claims:", () => testAttacks(ON_CLAIMS, withdrawalText));
describe("requests:", () => testAttacks(ON_REQUESTS, withdrawalText));
describe("the plan's own words:", () => testAttacks(ON_THE_PLAN, withdrawalText));

test("a bundle of claims and requests in which everything is right passes every check", async () => {
  const text = await withdrawalText();
  expect(failedChecks(text)).toEqual([]);
  expect(detailOf(text, "explained")).toBe(
    "6 claims, paid to the Safe. 3 requests, whose tickets are the Safe's.",
  );
  expect(detailOf(text, "worst-loss")).toMatch(/^0 ETH/);
});

test("an undelegation of everything passes, of a stranger it does not", async () => {
  const honest = (parts: Parts) => {
    replan(parts, { requests: [undelegation(), ...parts.plan.requests.slice(1)] });
  };
  expect(failedChecks(await withdrawalText(honest))).toEqual([]);
  const text = await withdrawalText((parts) => {
    honest(parts);
    replaceCall(parts, {
      at: AT.queue,
      by: callTo("eigenlayer.delegationManager", undelegateData(EVIL)),
    });
  });
  expect(failedChecks(text)).toEqual(["explained"]);
  expect(detailOf(text, "explained")).toBe(`staker of call 4 is ${EVIL}, not ${SAFE} (the Safe)`);
});

test("the reason names the call, the argument and both values", async () => {
  const owner = await withdrawalText((parts) =>
    replaceCall(parts, {
      at: AT.lidoTickets,
      by: callTo("lido.withdrawalQueue", requestWstEthData(LIDO_AMOUNTS, EVIL)),
    }),
  );
  expect(detailOf(owner, "explained")).toBe(`owner of call 9 is ${EVIL}, not ${SAFE} (the Safe)`);
  const operator = await withdrawalText((parts) =>
    replaceCall(parts, {
      at: AT.completions,
      by: callTo("eigenlayer.delegationManager", completing({ delegatedTo: EVIL })),
    }),
  );
  expect(detailOf(operator, "explained")).toBe(
    `delegatedTo of withdrawals[0] of call 1 is ${EVIL}, not ${OPERATOR} (the plan's)`,
  );
});
