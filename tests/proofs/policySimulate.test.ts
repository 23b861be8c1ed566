import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatPolicyYaml, type Policy } from "@ballast/core";
import { documentById } from "@ballast/db";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../cli/runCli.ts";
import { operations, walkOf } from "./walk.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

let world: World;
let keeper: TestKeeper;
let dir: string;
let policy: Policy;
let calm: bigint;

/** A calm tick, then a yield that rises until the keeper proposes to follow it. */
beforeAll(async () => {
  world = await openWorld();
  keeper = await openTestKeeper(world);
  dir = await mkdtemp(join(tmpdir(), "ballast-simulate-"));
  const walk = walkOf(world, keeper);
  calm = (await walk.judge(operations)).id;
  await world.devnet.runScenario("yield-shift");
  const { policyId } = await walk.until(operations, "proposed", { blocks: 40 });
  const stored = policyId === null ? undefined : await documentById(keeper.keeper.db, policyId);
  policy = stored?.value as Policy;
});
afterAll(async () => {
  await keeper?.close();
  await world?.close();
  if (dir !== undefined) await rm(dir, { recursive: true });
});

async function simulate(change: (policy: Policy) => Policy, ...more: string[]) {
  const path = join(dir, "next.yaml");
  await writeFile(path, formatPolicyYaml(change({ ...policy, version: policy.version + 1n })));
  return runCli(["policy", "simulate", path, ...more], { DATABASE_URL: world.url("keeper") });
}

describe("policy simulate on stored ticks", () => {
  test("says of the same policy that nothing would have been different", async () => {
    const { code, out, err } = await simulate((same) => same);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^\d+ stored decisions; 0 would have been different\.\n/);
    expect(out).toMatch(
      /No position or venue may grow beyond what policy 1 allows\.\nAgainst policy 1 it is neutral\./,
    );
  });

  test("says which proposal a higher gain would have held back, and why", async () => {
    const costs = { ...policy.costs, minimumNetGain: (10n ** 24n) as Policy["costs"]["minimumNetGain"] };
    const { code, out } = await simulate((next) => ({ ...next, costs }), "--json");
    expect(code).toBe(0);
    const { decided, different, lost, changes, verdict } = JSON.parse(out);
    expect({ different, lost, verdict }).toEqual({ different: 1, lost: 0, verdict: "tighter" });
    expect(decided).toBeGreaterThan(1);
    expect(changes).toMatchObject([
      {
        ticks: 1,
        before: { outcome: "propose better-yield" },
        after: { outcome: expect.stringMatching(/^hold /) },
      },
    ]);
    expect(Number(changes[0].last.tick)).toBeGreaterThan(Number(calm));
  });

  test("joins ticks in a row that change alike", async () => {
    const guards = { ...policy.guards, sourceSilent: { quorum: 16n } };
    const { decided, different, changes } = JSON.parse(
      (await simulate((next) => ({ ...next, guards }), "--json")).out,
    );
    expect(different).toBe(decided);
    expect(changes.length).toBeLessThan(different);
    for (const change of changes) expect(change.after.outcome).toBe("refuse data-missing");
    const ticks = changes.reduce((sum: number, change: { ticks: number }) => sum + change.ticks, 0);
    expect(ticks).toBe(different);
  });

  test("says what more becomes possible", async () => {
    const universe = policy.universe.map((band) =>
      band.position === "etherfi:weETH" ? { ...band, max: (band.max + 1_000n) as typeof band.max } : band,
    );
    const caps = {
      ...policy.caps,
      protocols: policy.caps.protocols.map((cap) =>
        cap.venue === "etherfi" ? { ...cap, max: 7_000n as typeof cap.max } : cap,
      ),
    };
    const { code, out } = await simulate((next) => ({ ...next, universe, caps }));
    expect(code).toBe(0);
    expect(out).toMatch(/Larger than policy 1 allows may become:\n( {2}.*\n)* {2}position etherfi:weETH: /);
    expect(out).toMatch(/Against policy 1 it is looser\./);
  });

  test("changes nothing, and is bad usage for an account without decisions", async () => {
    const account = { ...policy.account, address: `0x${"12".repeat(20)}` as Policy["account"]["address"] };
    const { code, err } = await simulate((next) => ({ ...next, account }));
    expect(code).toBe(2);
    expect(err).toMatch(/No decision of 0x1212.* is stored/);
    const days = await simulate((next) => next, "--days", "a week");
    expect(days.code).toBe(2);
    expect(days.err).toMatch(/--days got "a week"/);
  });
});
