import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Address, formatPolicyYaml, type Sample, sliceOf } from "@ballast/core";
import { historySamples, listTicks, openProposals, proposalByHash, recentProposals } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { replayTick, storedSeries } from "@ballast/keeper";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../cli/runCli.ts";
import { executeAs, signAs } from "./signing.ts";
import { storedDecision, storedHistory, storedPolicy } from "./stored.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

const operations = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as `0x${string}` };

let world: World;
let keeper: TestKeeper;
beforeAll(async () => {
  world = await openWorld();
  keeper = await openTestKeeper(world);
});
afterAll(async () => {
  await keeper?.close();
  await world?.close();
});

/** Mines blocks twelve seconds apart until the account's tick ends as wanted. */
async function judgeUntil(outcome: string, { blocks }: { readonly blocks: number }) {
  for (let mined = 0; mined < blocks; mined++) {
    await world.devnet.mineBlock();
    const { ticks } = await keeper.judge();
    const tick = ticks.find(({ account }) => account === operations.address);
    if (tick?.outcome === outcome) return tick;
  }
  throw new Error(`no tick ended as ${outcome} within ${blocks} blocks`);
}

describe("a yield shift", () => {
  test("leads to one proposal that two owners sign, that executes, and after which the next tick holds within limits", async () => {
    const calm = await judgeUntil("held", { blocks: 1 });
    expect(calm.reason).toBe("gain-below-cost");

    await world.devnet.runScenario("yield-shift");
    const tick = await judgeUntil("proposed", { blocks: 60 });
    const { outcome } = await storedDecision(keeper.keeper.db, tick.decisionId);
    if (outcome.kind !== "propose") throw new Error(`decided ${outcome.kind}`);
    expect(outcome.plan.figures.netGain).toBeGreaterThanOrEqual(5n * 10n ** 17n);
    expect(outcome.plan.figures.payback).not.toBeNull();

    const admin = world.connect("admin");
    const [posted] = await openProposals(admin.db, operations);
    if (posted === undefined) throw new Error("nothing is queued");
    expect(posted).toMatchObject({ state: "posted", safeTxHash: tick.safeTxHash, nonce: 0n });

    await signAs(admin.db, { row: posted, owner: 0 });
    expect((await judgeUntil("held", { blocks: 1 })).reason).toBe("proposal-open");
    expect(await proposalByHash(admin.db, posted.safeTxHash)).toMatchObject({ state: "partly-signed" });
    await signAs(admin.db, { row: posted, owner: 1 });
    await judgeUntil("held", { blocks: 1 });
    expect(await proposalByHash(admin.db, posted.safeTxHash)).toMatchObject({ state: "ready" });

    await executeAs(admin.db, { row: posted, owner: 1, rpcUrl: world.devnet.rpcUrls[0] });
    await judgeUntil("held", { blocks: 1 });
    const executed = await proposalByHash(admin.db, posted.safeTxHash);
    expect(executed).toMatchObject({ state: "executed" });
    expect(executed?.executedTxHash).toMatch(/^0x[0-9a-f]{64}$/);

    const after = await judgeUntil("held", { blocks: 1 });
    const last = await storedDecision(keeper.keeper.db, after.decisionId);
    expect(last.findings.filter(({ level }) => level === "critical" || level === "unknown")).toEqual([]);
    expect(after.reason).toBe("cooling-down");
  });

  test("fed to the backtest gives the live decision ids, and says what another policy would have changed", async () => {
    const env = { DATABASE_URL: world.url("keeper"), BALLAST_DEPLOYMENT: "devnet" };
    const same = await runCli(["backtest", "--from-db", "--json"], env);
    expect(same).toMatchObject({ code: 0, err: "" });
    const { runs } = JSON.parse(same.out) as {
      runs: { steps: { recordedId: string; decisionId: string }[] }[];
    };
    const steps = runs.flatMap((run) => run.steps);
    expect(steps.length).toBeGreaterThan(10);
    for (const { recordedId, decisionId } of steps) expect(decisionId).toBe(recordedId);

    const [tick] = await allTicks(operations.address);
    const recorded = await storedPolicy(keeper.keeper.db, tick?.policyId ?? null);
    const file = join(world.stateDir, "observe.yaml");
    await writeFile(file, formatPolicyYaml({ ...recorded, mode: "observe" }));
    const other = await runCli(["backtest", "--from-db", "--policy", file], env);
    expect(other).toMatchObject({ code: 0, err: "" });
    expect(other.out).toMatch(/propose better-yield live, hold observe-mode now/);
  });

  test("has at every tick the history that the backtest would have taken from the same samples", async () => {
    const { db } = keeper.keeper;
    const ticks = (await allTicks(operations.address)).filter(({ historyId }) => historyId !== null);
    expect(ticks.length).toBeGreaterThanOrEqual(10);
    for (const { historyId, policyId } of ticks) {
      const policy = await storedPolicy(db, policyId);
      const kept = await storedHistory(db, historyId);
      const all = new Map<string, Sample[]>();
      for (const { id } of kept.series) {
        const series = storedSeries(id, { account: operations, policy });
        const wanted = { chainId: 31337n, series, upTo: kept.asOf.number, lastN: 100_000 };
        all.set(id, [...(await historySamples(db, wanted))]);
      }
      expect(sliceOf(all, { block: kept.asOf, policy })).toEqual(kept);
    }
  });

  test("tells a backtest how long its owners took to sign", async () => {
    const env = { DATABASE_URL: world.url("keeper") };
    const [tick] = await allTicks(operations.address);
    const policy = await storedPolicy(keeper.keeper.db, tick?.policyId ?? null);
    const [file, data] = [join(world.stateDir, "own.yaml"), join(world.stateDir, "tape.csv")];
    const forms = policy.universe.map(({ position }) => position.replace(/^[^:]+:/, "").replace(/@.*$/, ""));
    const rates = forms.flatMap((form) => [`2024-01-01,rate:${form},1`, `2024-01-01,rate:EL-${form},1`]);
    await writeFile(file, formatPolicyYaml(policy));
    await writeFile(data, ["time,series,value", ...new Set(rates)].join("\n"));
    const asked = ["backtest", "--policy", file, "--data", data, "--signer-delay", "recorded", "--json"];
    const { code, out } = await runCli(asked, env);
    expect({ code, out }).toMatchObject({ code: 0 });
    const { signerDelays } = JSON.parse(out).settings;
    const executed = await recentProposals(keeper.keeper.db, { account: operations, since: 0n as never });
    const took = executed.flatMap(({ proposedAt, executedAt }) =>
      executedAt === null ? [] : [`${executedAt - proposedAt}`],
    );
    expect(took).toHaveLength(1);
    expect(signerDelays).toEqual(took);
  });

  test("replays to the same ids, tick by tick", async () => {
    const { db } = keeper.keeper;
    const ticks = await Promise.all(
      treasurySafes.map(({ address }) => allTicks(address.toLowerCase() as Address)),
    );
    const all = ticks.flat();
    expect(all.length).toBeGreaterThan(10);
    for (const tick of all) {
      const { kind, compared } = await replayTick(db, { tick, resolve: keeper.keeper.solver });
      expect({ tick: tick.id, kind, products: compared.length }).toEqual({
        tick: tick.id,
        kind: "same",
        products: 3,
      });
    }
  });

  async function allTicks(account: Address) {
    return listTicks(keeper.keeper.db, { account: { chainId: 31337n, address: account }, limit: 500 });
  }
});
