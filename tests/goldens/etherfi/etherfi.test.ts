import { beforeAll, describe, expect, it } from "vitest";
import { altered, figuresOf } from "./altered.ts";
import { compareStep } from "./compareStep.ts";
import golden from "./etherfi.golden.json" with { type: "json" };
import { etherfi } from "./etherfi.ts";
import { etherfiFile } from "./etherfiFile.ts";
import { type Replayed, replaySteps } from "./replaySteps.ts";
import { rigValues } from "./rigValues.ts";
import { StepProblem } from "./StepProblem.ts";

const file = etherfiFile(golden);
const rig = rigValues(file.parameters);
const replayed: Replayed[] = [];

async function replay(steps = file.steps): Promise<Replayed[]> {
  const found: Replayed[] = [];
  for await (const one of replaySteps({ steps }, rig)) found.push(one);
  return found;
}

beforeAll(async () => {
  replayed.push(...(await replay()));
});

describe("what was recorded from the real contracts", () => {
  it("is found again on ours, to the wei", () => {
    expect(replayed.filter(({ check }) => check.outcome === "failed")).toEqual([]);
    expect(replayed).toHaveLength(file.steps.length);
  });

  it("is out of scope only where the priority queue decides", () => {
    const left = replayed.filter(({ check }) => check.outcome === "out-of-scope");
    expect(left.map(({ check }) => check.name)).toEqual(["steps[63]", "steps[64]"]);
    expect(left[0]?.check).toMatchObject({ reason: expect.stringContaining("priority queue") });
  });

  it("is not compared with itself: a wei more or less anywhere fails at that figure", () => {
    let compared = 0;
    for (const [index, step] of file.steps.entries()) {
      const { observation } = replayed[index] ?? {};
      if (observation === undefined) continue;
      for (const path of figuresOf(step)) {
        for (const by of [1n, -1n]) {
          const field = problemOf(() => compareStep(altered(step, { path, by }), observation));
          expect(field, `${index} ${path} ${by}`).toBe(path);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(2_000);
  });

  it("fails with another error, or without one", () => {
    for (const [index, step] of file.steps.entries()) {
      const { observation } = replayed[index] ?? {};
      if (observation === undefined) continue;
      const reverted = step.reverted === undefined ? "InvalidAmount" : `Not${step.reverted}`;
      expect(problemOf(() => compareStep({ ...step, reverted }, observation))).toBe("reverted");
    }
  });
});

function problemOf(compare: () => void): string | undefined {
  try {
    compare();
    return undefined;
  } catch (error) {
    if (error instanceof StepProblem) return error.field;
    throw error;
  }
}

it("an altered file fails as a whole at every altered step, and at no other", async () => {
  const done = (index: number) => replayed[index]?.check.outcome === "passed";
  const paths = file.steps.map((step, index) => figuresOf(step)[index % figuresOf(step).length] ?? "");
  const steps = file.steps.map((step, index) =>
    index % 2 === 0 && done(index) ? altered(step, { path: paths[index] ?? "", by: 1n }) : step,
  );
  const failed = (await replay(steps)).flatMap(({ check }) =>
    check.outcome === "failed" ? [`${check.name} ${check.field}`] : [],
  );
  const expected = steps.flatMap((step, index) =>
    step === file.steps[index] ? [] : [`steps[${index}] ${paths[index]}`],
  );
  expect(failed).toEqual(expected);
});

it("a whole file is recognised and run: arithmetic, steps, and what is left out by name", async () => {
  expect(etherfi.recognises(golden)).toBe(true);
  const short = { ...golden, steps: golden.steps.slice(0, 3) };
  const kinds: string[] = [];
  for await (const check of etherfi.run(short)) {
    expect(check.outcome).not.toBe("failed");
    kinds.push(check.kind);
  }
  const expected = [
    "vector rate",
    "vector deposit",
    "vector report",
    "step LiquidityPool.deposit",
    "safe test",
  ];
  expect(new Set(kinds)).toEqual(new Set([...kinds, ...expected]));
});
