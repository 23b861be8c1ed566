import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { GoldenUnreadable } from "../GoldenUnreadable.ts";
import type { GoldenCheck } from "../golden.ts";
import { eigenlayer } from "./eigenlayer.ts";
import { alterEachKind } from "./testing/alterEachKind.ts";
import { type GoldenDocument, stepOf } from "./testing/goldenDocument.ts";
import { alterAt } from "./testing/offByOne.ts";

const text = readFileSync(join(import.meta.dirname, "eigenlayer.golden.json"), "utf8");
const document = (): GoldenDocument => JSON.parse(text);

async function run(changed: unknown): Promise<GoldenCheck[]> {
  const checks: GoldenCheck[] = [];
  for await (const check of eigenlayer.run(changed)) checks.push(check);
  return checks;
}
const failures = (checks: readonly GoldenCheck[]) =>
  checks.flatMap((check) => (check.outcome === "failed" ? [`${check.name}: ${check.field}`] : []));

describe("figures recorded from the real contracts", () => {
  let checks: readonly GoldenCheck[];
  beforeAll(async () => {
    checks = await run(document());
  });

  it("are ours, every one", () => {
    expect(failures(checks)).toEqual([]);
    const { vectors, scenarios } = document();
    const steps = scenarios.reduce((sum, scenario) => sum + scenario.steps.length, 0);
    const recorded = Object.values(vectors).reduce((sum, list) => sum + list.length, steps);
    // and an approval and a claim
    expect(checks.filter(({ outcome }) => outcome === "passed")).toHaveLength(recorded + 2);
  });

  it("are of every kind of vector and of step that there is", () => {
    expect([...new Set(checks.map(({ kind }) => kind))].sort()).toEqual([
      "signature delegationApproval",
      "signature rewardsClaim",
      "step beaconBalanceUpdate",
      "step completeQueuedWithdrawal",
      "step delegateTo",
      "step deposit",
      "step deregisterFromOperatorSets",
      "step donateToStrategy",
      "step mine",
      "step modifyAllocations",
      "step queueWithdrawals",
      "step redelegate",
      "step slashOperator",
      "step tokenLossInStrategy",
      "step undelegate",
      "vector complete",
      "vector deposit",
      "vector dsfUpdate",
      "vector queue",
      "vector slash",
      "vector withdrawable",
    ]);
  });
});

describe("a figure that is off by one", () => {
  it("fails the check that it belongs to and no other, whatever kind of figure it is", async () => {
    const changed = document();
    const { mustFail, missed } = alterEachKind(changed);
    expect(missed).toEqual([]);
    expect(failures(await run(changed)).sort()).toEqual(mustFail.toSorted());
  });

  it.each([
    ["delegationApproval", "digest"],
    ["delegationApproval", "domainSeparator"],
    ["delegationApproval", "message.expiry"],
    ["delegationApproval", "message.staker"],
    ["delegationApproval", "versionTried.1"],
    ["rewardsClaim", "root"],
    ["rewardsClaim", "checkClaim"],
    ["rewardsClaim", "received.1"],
    ["rewardsClaim", "cumulativeClaimed"],
    ["rewardsClaim", "claim.earnerIndex"],
    ["rewardsClaim", "claim.tokenLeaves.0.cumulativeEarnings"],
  ])("fails %s, too: %s", async (name, path) => {
    const { meta, signaturesAndClaims } = document();
    alterAt((signaturesAndClaims as Record<string, object>)[name] ?? {}, path);
    const checks = await run({ meta, signaturesAndClaims });
    expect(checks.filter(({ outcome }) => outcome === "failed").map((check) => check.name)).toEqual([name]);
  });
});

describe("what cannot be replayed", () => {
  const only = (change: (document: GoldenDocument) => void) => {
    const { scenarios, ...rest } = document();
    const scenario = scenarios.find(({ name }) => name === "h05-slash-one-block-late");
    const changed = { ...rest, vectors: {}, scenarios: scenario === undefined ? [] : [scenario] };
    delete changed.signaturesAndClaims;
    change(changed);
    return changed;
  };

  it.each<[what: string, change: (document: GoldenDocument) => void, message: RegExp]>([
    ["an action that nobody knows", (file) => (stepOf(file, 0).action = "teleport"), /known action/],
    ["a missing argument", (file) => delete stepOf(file, 0).args.amount, /args\.amount is nothing/],
    ["an argument that nobody reads", (file) => (stepOf(file, 0).args.referral = 1), /absent: known here/],
    ["a staker who is not there", (file) => (stepOf(file, 0).args.staker = 7), /from 0 to 0/],
    ["a missing figure", (file) => delete stepOf(file, 0).sharesMinted, /^\d+$/],
    ["a figure that nobody finds", (file) => (stepOf(file, 0).moonPhase = "1"), /^nothing$/],
    ["a refusal that does not come", (file) => (stepOf(file, 0).reverted = "NewSharesZero"), /^nothing$/],
  ])("%s fails", async (_what, change, message) => {
    const first = (await run(only(change)))[0];
    expect(first?.outcome === "failed" && message.test(first.found)).toBe(true);
  });

  it("a kind of vector that nobody knows fails", async () => {
    const [check] = await run({ ...only(() => undefined), scenarios: [], vectors: { luck: [{}] } });
    expect(check).toMatchObject({ outcome: "failed", field: "vectors.luck" });
  });

  it.each<[what: string, change: (document: GoldenDocument) => void, place: RegExp]>([
    ["no delays", (file) => delete file.meta.delays.DEALLOCATION_DELAY, /meta\.delays\.DEALLOCATION_DELAY/],
    ["a section that nobody reads", (file) => Object.assign(file, { extra: 1 }), /extra/],
    ["fewer addresses than stakers", (file) => file.scenarios[0]?.setup?.addresses.stakers.pop(), /stakers/],
    ["no setup", (file) => delete file.scenarios[0]?.setup, /scenarios\[0\]\.setup/],
  ])("a document with %s is unreadable", async (_what, change, place) => {
    const reading = run(only(change));
    await expect(reading).rejects.toThrow(GoldenUnreadable);
    await expect(reading).rejects.toThrow(place);
  });

  it.each([
    ["another protocol's", { meta: {}, steps: [] }, false],
    ["text", "eigenlayer", false],
    ["its own", document(), true],
  ])("recognises a document by its form: %s", (_what, candidate, expected) => {
    expect(eigenlayer.recognises(candidate)).toBe(expected);
  });
});
