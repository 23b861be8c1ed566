import { describe, expect, test } from "vitest";
import { exitOf } from "../testing/plans.ts";
import { reduceTo, restaked, STAKED } from "../testing/withdrawals.ts";
import { CALM, contextOf } from "../testing/world.ts";
import type { VenueId } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { callCount } from "./callCount.ts";
import { emergencyPlan } from "./emergencyPlan.ts";
import { fitsBatch } from "./fitsBatch.ts";
import { gasUnits } from "./gasEstimate.ts";
import type { Claim, PlanParts, RequestOrder, WithdrawalRequest } from "./types.ts";

const NOTHING: PlanParts = { claims: [], actions: [], requests: [] };
const { plan } = emergencyPlan(restaked(contextOf(CALM), { value: "200" }), [reduceTo(STAKED, {})]);
const [template] = plan?.requests ?? [];
const swap = exitOf({ position: "lido:wstETH", spend: "1", expected: "1", atLeast: "1" });
const amounts = (count: number) => Array.from({ length: count }, () => rawAmount(1n));

function asking(order: RequestOrder): WithdrawalRequest {
  if (template === undefined) throw new Error("no request");
  return { ...template, order };
}

function claim(venue: string, kind: Claim["order"]["kind"]): Claim {
  return {
    ticket: `${venue}:1`,
    position: `${venue}:x`,
    venue: venue as VenueId,
    receive: [],
    order: { kind },
  } as never;
}

const lido = claim("lido", "lido-request");
const etherfi = claim("etherfi", "etherfi-request");
const eigenlayer = claim("eigenlayer", "eigenlayer-withdrawal");
const strategy = `0x${"57".repeat(20)}` as const;

describe("the size of a batch", () => {
  test.each<[string, Partial<PlanParts>, { calls: bigint; gas: bigint }]>([
    ["nothing but its deadline check", {}, { calls: 1n, gas: 150_000n }],
    ["a swap", { actions: [swap] }, { calls: 3n, gas: 370_000n }],
    ["a claim", { claims: [lido] }, { calls: 2n, gas: 240_000n }],
    ["three claims at one venue, one call", { claims: [lido, lido, lido] }, { calls: 2n, gas: 300_000n }],
    ["claims at three venues", { claims: [eigenlayer, etherfi, lido] }, { calls: 4n, gas: 600_000n }],
    [
      "a queued strategy",
      { requests: [asking({ kind: "eigenlayer-queue", strategy, depositShares: 1n })] },
      { calls: 2n, gas: 600_000n },
    ],
    [
      "leaving an operator",
      { requests: [asking({ kind: "eigenlayer-undelegate", operator: strategy })] },
      { calls: 2n, gas: 610_000n },
    ],
    [
      "three requests at ether.fi, a call each",
      { requests: [asking({ kind: "etherfi-queue", amounts: amounts(3) })] },
      { calls: 5n, gas: 1_010_000n },
    ],
    [
      "three requests at Lido, one call for all",
      { requests: [asking({ kind: "lido-queue", amounts: amounts(3) })] },
      { calls: 3n, gas: 565_000n },
    ],
    [
      "all of it at once",
      { claims: [lido], actions: [swap], requests: [asking({ kind: "lido-queue", amounts: amounts(1) })] },
      { calls: 6n, gas: 715_000n },
    ],
  ])("%s", (_, parts, { calls, gas }) => {
    const whole = { ...NOTHING, ...parts };
    expect([callCount(whole), gasUnits(whole)]).toEqual([calls, gas]);
    const { policy } = contextOf(CALM);
    const within = (maxCalls: bigint, maxGas: bigint) =>
      fitsBatch({ ...policy, batch: { maxCalls, maxGas } }, whole);
    expect([within(calls, gas), within(calls - 1n, gas), within(calls, gas - 1n)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("each estimate is at least what the unmodified contracts were measured to use", () => {
    const own = (parts: Partial<PlanParts>) => gasUnits({ ...NOTHING, ...parts }) - gasUnits(NOTHING);
    const started = 21_000n;
    expect(own({ claims: [eigenlayer] }) >= 156_872n - started).toBe(true);
    expect(own({ claims: [eigenlayer, eigenlayer, eigenlayer] }) >= 360_350n - started).toBe(true);
    expect(own({ claims: [etherfi] }) >= 169_272n - started).toBe(true);
    expect(own({ claims: [lido, lido, lido, lido] }) >= 160_430n - started).toBe(true);
    const queue = asking({ kind: "etherfi-queue", amounts: amounts(1) });
    expect(own({ requests: [queue] }) >= 51_487n + 266_415n - 2n * started).toBe(true);
  });
});
