import { type Plan, seconds, unixSeconds, venueId, wad } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../ActionRefused.ts";
import { addressOf, DEVNET } from "../testing/devnetView.ts";
import { ACCOUNT } from "../testing/fakeReader.ts";
import { ENTER, EXIT } from "../testing/sampleAction.ts";
import { encodeActions } from "./encodeActions.ts";

const ZERO = 0n as Plan["figures"]["cost"];
const PLAN: Plan = {
  schema: "ballast/plan/1",
  account: ACCOUNT,
  purpose: "rebalance",
  claims: [],
  requests: [],
  actions: [EXIT, ENTER],
  expected: [],
  figures: {
    turnover: ZERO,
    tradingCost: ZERO,
    gasCost: ZERO,
    cost: ZERO,
    grossGain: ZERO,
    netGain: 0n,
    horizon: seconds(1n),
    payback: null,
    yieldBefore: wad(0n),
    yieldAfter: wad(0n),
    worstLoss: ZERO,
  },
  deadline: unixSeconds(1_795_000_600n),
};

describe("encodeActions", () => {
  it("encodes the actions in order: each approval is followed by what spends it", () => {
    const calls = encodeActions(PLAN, DEVNET);
    const router = DEVNET.deadlineChecker;
    expect(calls.map(({ to }) => to)).toEqual([addressOf("wstETH"), router, addressOf("WETH"), router]);
    expect(calls.map(({ data }) => data.slice(0, 10))).toEqual([
      "0x095ea7b3",
      "0x04e45aaf",
      "0x095ea7b3",
      "0x04e45aaf",
    ]);
  });

  it("gives the same calls for the same plan", () => {
    expect(encodeActions(PLAN, DEVNET)).toEqual(encodeActions(structuredClone(PLAN), DEVNET));
  });

  it("encodes nothing of a plan with an action that is refused", () => {
    const broken = { ...PLAN, actions: [EXIT, { ...ENTER, fee: 1n }] };
    expect(() => encodeActions(broken, DEVNET)).toThrow(ActionRefused);
  });

  it("refuses a venue that it does not know", () => {
    const action = { ...EXIT, venue: venueId("kelp") };
    expect(() => encodeActions({ ...PLAN, actions: [action] }, DEVNET)).toThrow(
      /one of eigenlayer, etherfi, idle, lido/,
    );
  });
});
