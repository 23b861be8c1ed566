import type { DecodedCall } from "@ballast/verify";
import { describe, expect, test } from "vitest";
import type { StepNames } from "./stepNames.ts";
import { stepOf } from "./stepOf.ts";

const SAFE = `0x${"c".repeat(40)}`;
const OTHER = `0x${"e".repeat(40)}`;
const VENUE = `0x${"9".repeat(40)}`;
const ETHER = 10n ** 18n;

const names: StepNames = {
  names: { [SAFE]: "This Safe" },
  tokens: {
    [`0x${"3".repeat(40)}`]: { symbol: "weETH", decimals: 18 },
    [`0x${"2".repeat(40)}`]: { symbol: "wstETH", decimals: 18 },
  },
  shown: {},
  expected: [],
  claims: [
    { key: `eigenlayer:${SAFE}:4`, ticket: "EigenLayer ticket 0x12ab34cd…", pays: "35.2000 stETH" },
    { key: "lido:17", ticket: "Lido ticket 17", pays: "10.0000 ETH" },
    { key: "lido:18", ticket: "Lido ticket 18", pays: "5.0000 ETH" },
    { key: "etherfi:3", ticket: "ether.fi ticket 3", pays: "7.0000 ETH" },
  ],
  requests: [
    {
      kind: "eigenlayer-queue",
      takes: "90.0000 EL-stETH",
      pays: "95.0000 stETH",
      when: "claimable in about 14 d",
    },
    {
      kind: "eigenlayer-undelegate",
      takes: "90.0000 EL-stETH",
      pays: "95 stETH",
      when: "claimable in about 14 d",
    },
    { kind: "etherfi-queue", takes: "50.0000 weETH", pays: "54.0000 ETH", when: "no date promised" },
    { kind: "lido-queue", takes: "40.0000 wstETH", pays: "48.0000 ETH", when: "claimable in about 3 d" },
  ],
};

const step = (kind: string, given: unknown, known: StepNames = names) =>
  stepOf(
    {
      to: VENUE,
      value: 0n,
      data: "0x",
      meaning: { kind, signature: "", arguments: given },
    } as unknown as DecodedCall,
    {
      names: known,
      account: SAFE,
    },
  );

const withdrawal = (change: object = {}) => ({
  withdrawals: [{ staker: SAFE, delegatedTo: OTHER, withdrawer: SAFE, nonce: 4n, ...change }],
  tokens: [[OTHER]],
  receiveAsTokens: [true],
});

describe("a request in words", () => {
  test("EigenLayer's queue counts in deposit shares, and the plan says what they are worth", () => {
    expect(step("queue-withdrawals", { params: [{ depositShares: [100n * ETHER] }] })).toMatchObject({
      known: true,
      does: "Queue 100.0000 deposit shares with EigenLayer",
      note: "claimable in about 14 d; at the operator's risk until claimed",
      amount: "90.0000 EL-stETH",
    });
  });

  test("undelegating says in words that the account leaves its operator", () => {
    expect(step("undelegate", { staker: SAFE })).toMatchObject({
      does: "Leave the EigenLayer operator, and queue everything that is staked with it",
      note: "This Safe is delegated to nobody afterwards; claimable in about 14 d",
    });
  });

  test("undelegating somebody else is never put as our own exit", () => {
    expect(step("undelegate", { staker: OTHER })).toMatchObject({
      does: `Make ${OTHER} leave its EigenLayer operator`,
      note: "This is not about this Safe",
      amount: "",
    });
  });

  test.each([
    ["one part", [40n], "Request a withdrawal of 40.0000\u00a0wstETH from Lido"],
    [
      "several parts are summed and counted",
      [30n, 10n],
      "Request a withdrawal of 40.0000\u00a0wstETH from Lido in 2 parts",
    ],
  ])("Lido: %s", (_name, amounts, does) => {
    const given = { amounts: amounts.map((each) => each * ETHER), owner: SAFE };
    expect(step("request-withdrawals-wsteth", given)).toMatchObject({ does, toSelf: true });
  });

  test.each([
    [SAFE, true],
    [OTHER, false],
  ])("ether.fi: a ticket for %s is marked as ours: %s", (recipient, toSelf) => {
    expect(step("request-withdraw", { weETHAmount: 50n * ETHER, recipient })).toMatchObject({
      does: "Request a withdrawal of 50.0000\u00a0weETH from ether.fi",
      note: "no date promised; stays at the protocol's risk until claimed",
      toSelf,
    });
  });

  test("without a plan the request is still readable, and nothing is expected of it", () => {
    const bare = { ...names, requests: [] };
    expect(step("request-withdraw", { weETHAmount: ETHER, recipient: SAFE }, bare)).toMatchObject({
      note: "Stays at the protocol's risk until claimed",
      amount: "",
      amountNote: "",
    });
  });
});

describe("a claim in words", () => {
  test("one ticket is named with what it pays", () => {
    expect(step("complete-queued-withdrawals", withdrawal())).toMatchObject({
      does: "Claim 35.2000 stETH from EigenLayer ticket 0x12ab34cd…",
      amount: "35.2000 stETH",
      toSelf: true,
    });
  });

  test.each([
    ["another withdrawer", withdrawal({ withdrawer: OTHER })],
    ["shares instead of tokens", { ...withdrawal(), receiveAsTokens: [false] }],
  ])("%s is never marked as to this Safe", (_name, given) => {
    expect(step("complete-queued-withdrawals", given).toSelf).toBe(false);
  });

  test("the same number of another staker is not our ticket", () => {
    expect(step("complete-queued-withdrawals", withdrawal({ staker: OTHER }))).toMatchObject({
      amount: "",
      amountNote: "not in the plan",
    });
  });

  test("several tickets are listed with what each pays", () => {
    expect(step("claim-withdrawals", { requestIds: [17n, 18n], hints: [1n, 1n] })).toMatchObject({
      does: "Claim Lido ticket 17, Lido ticket 18",
      amount: "10.0000 ETH, 5.0000 ETH",
    });
  });

  test("a ticket that the plan does not name is said so, and has no amount", () => {
    expect(step("batch-claim-withdraw", { tokenIds: [3n, 9n] })).toMatchObject({
      does: "Claim ether.fi ticket 3, request 9, which the plan does not name",
      amount: "",
      amountNote: "not in the plan",
    });
  });
});
