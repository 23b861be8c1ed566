import { readFileSync } from "node:fs";
import { type EmptyChain, startEmptyChain } from "@ballast/devnet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GoldenUnreadable } from "../GoldenUnreadable.ts";
import type { GoldenCheck } from "../golden.ts";
import { altered } from "./altered.ts";
import { computedRecording } from "./computedRecording.ts";
import { lido } from "./lido.ts";
import { type LidoFile, lidoFile } from "./lidoFile.ts";
import { replayPart } from "./replayPart.ts";
import { vectors } from "./vectors.ts";

/** Recorded from Lido's own contracts; `meta.source` names the commit. */
const golden: unknown = JSON.parse(readFileSync(new URL("lido.golden.json", import.meta.url), "utf8"));
const file = lidoFile(golden);

let chain: EmptyChain;
beforeAll(async () => {
  chain = await startEmptyChain();
});
afterAll(() => chain.stop());

async function collect(checks: AsyncIterable<GoldenCheck>): Promise<readonly GoldenCheck[]> {
  const all: GoldenCheck[] = [];
  for await (const check of checks) all.push(check);
  return all;
}
const failures = (checks: readonly GoldenCheck[]) =>
  checks.flatMap((check) => (check.outcome === "failed" ? [`${check.name}: ${check.field}`] : []));
const replayed = async (part: LidoFile) => failures(await collect(replayPart(chain, part)));

/** The steps up to the first for which something holds, with the transfers among them. */
function upTo(holds: (step: LidoFile["steps"][number]) => boolean): LidoFile {
  const index = file.steps.findIndex(holds);
  expect(index).toBeGreaterThanOrEqual(0);
  const steps = file.steps.slice(0, index + 1);
  const reached = new Set(steps.map(({ after }) => after));
  return {
    ...file,
    steps,
    transfers: file.transfers.filter(({ totalPooledEther }) => reached.has(totalPooledEther)),
  };
}
type Path = readonly [string, ...(string | number)[]];

/** A figure of the first step of an action that has it. */
const ofStep = (action: string, path: Path) =>
  figureAt(path, (step) => step.action === action && step[path[0]] !== undefined);
/** The first refusal of an action that holds a word. */
const ofRefusal = (action: string, word: string) =>
  figureAt(["reverted"], (step) => step.action === action && `${step.reverted}`.includes(word));

function figureAt(path: Path, holds: (step: LidoFile["steps"][number]) => boolean) {
  const index = file.steps.findIndex(holds);
  const name = `steps[${index}] ${file.steps[index]?.action}`;
  return { path: ["steps", index, ...path], failure: `${name}: ${path.join(".")}` };
}
const ofTransfer = (index: number, field: string) => ({
  path: ["transfers", index, field],
  failure: `transfers[${index}] of ${file.transfers[index]?.amount}: ${field}`,
});

/** One figure of each kind that a step or a transfer compares. */
const figures: readonly { readonly path: readonly (string | number)[]; readonly failure: string }[] = [
  ofTransfer(3, "sharesMoved"),
  ofTransfer(12, "senderBalanceDrop"),
  ofTransfer(25, "receiverBalanceGain"),
  ofTransfer(31, "totalShares"),
  ofStep("rebase", ["before"]),
  ofStep("rebase", ["stEthPerToken"]),
  ofStep("rebase", ["totalShares"]),
  ofStep("wstETH.wrap", ["wstETHGain"]),
  ofStep("wstETH.wrap", ["stETHDrop"]),
  ofStep("wstETH.wrap", ["totalPooledEther"]),
  ofStep("wstETH.wrap", ["totalShares"]),
  ofStep("wstETH.unwrap", ["stETHGain"]),
  ofStep("requestWithdrawals x1", ["requests", 0, "requestId"]),
  ofStep("requestWithdrawals x1", ["requests", 0, "amountOfStETH"]),
  ofStep("requestWithdrawals x3", ["requests", 2, "amountOfShares"]),
  ofStep("requestWithdrawalsWstETH x1", ["requests", 0, "amountOfStETH"]),
  ofStep("requestWithdrawalsWstETH x1", ["requests", 0, "amountOfShares"]),
  ofStep("finalize", ["ethLocked"]),
  ofStep("finalize", ["sharesToBurn"]),
  ofStep("view", ["hint"]),
  ofStep("view", ["claimable"]),
  ofStep("view", ["amountOfStETH"]),
  ofStep("view", ["amountOfShares"]),
  ofStep("view", ["isFinalized"]),
  ofStep("claimWithdrawals x4", ["ethReceived"]),
  ofStep("claimWithdrawal", ["ethReceived"]),
  ofRefusal("requestWithdrawals x1", "RequestAmountTooSmall"),
  ofRefusal("claimWithdrawal", "RequestNotFoundOrNotFinalized"),
  ofRefusal("claimWithdrawal", "NotOwner"),
  ofRefusal("findCheckpointHints unsorted", "RequestIdsNotSorted"),
  ofRefusal("stETH.transfer while stopped", "CONTRACT_IS_STOPPED"),
];

describe("the recording of Lido's contracts", () => {
  it("is replayed to the wei, vectors and steps", async () => {
    const checks = await collect(lido.run(golden));
    expect(failures(checks)).toEqual([]);
    const steps = checks.filter(({ kind }) => kind.startsWith("step "));
    expect(steps).toHaveLength(file.steps.length + file.transfers.length);
    expect(checks.filter(({ kind }) => kind.startsWith("vector ")).length).toBeGreaterThan(60);
    expect(checks.filter(({ outcome }) => outcome === "out-of-scope")).toHaveLength(1);
  });

  it("names every figure that was altered by one, and no other: one of each kind", async () => {
    const wrong = figures.reduce((document, { path }) => altered(document, path), golden);
    const checks = await collect(replayPart(chain, lidoFile(wrong)));
    expect(failures(checks).toSorted()).toEqual(figures.map(({ failure }) => failure).toSorted());
  });

  it.each(["sharesMoved", "senderBalanceDrop", "receiverBalanceGain"])(
    "fails in the maths alone with one wei more in %s of a transfer",
    async (field) => {
      const part = altered(file, ["transfers", 3, field]) as LidoFile;
      expect(failures(await collect(vectors(part)))).toEqual([`transfers[3] of 10: ${field}`]);
    },
  );

  it("fails with a pooled ether that the report before did not make", async () => {
    const part = upTo(({ action }) => action === "wstETH.wrap");
    const wrong = altered(part, ["steps", 1, "after"]) as LidoFile;
    expect(await replayed(wrong)).toContain("steps[2] rebase: before");
  });

  it("fails with another outcome than the recorded one", async () => {
    const small = upTo(({ reverted }) => `${reverted}`.includes("TooSmall"));
    const last = small.steps.length - 1;
    const succeeds = {
      ...small,
      steps: small.steps.with(last, { ...step(small), args: { amounts: ["100"] } }),
    };
    expect(await replayed(succeeds)).toEqual([`steps[${last}] requestWithdrawals x1: reverted`]);
    const wrapped = upTo(({ action }) => action === "wstETH.wrap");
    const more = { ...step(wrapped), args: { stETH: "9000000000000000000000" } };
    const reverts = { ...wrapped, steps: wrapped.steps.with(wrapped.steps.length - 1, more) };
    expect(await replayed(reverts)).toEqual([`steps[${wrapped.steps.length - 1}] wstETH.wrap: outcome`]);
  });
});

const step = (part: LidoFile): LidoFile["steps"][number] => {
  const last = part.steps.at(-1);
  if (last === undefined) throw new TypeError("The part has no step.");
  return last;
};

describe("other recordings of the form", () => {
  const first = file.steps[0] ?? { action: "" };
  const totals = { totalPooledEther: first.after, totalShares: first.totalShares };

  it.each([
    {
      what: "an action that is not known",
      step: { action: "submit", args: {} },
      failure: "steps[1] submit: action",
    },
    {
      what: "a missing amount",
      step: { action: "wstETH.wrap", args: {}, ...totals },
      failure: "steps[1] wstETH.wrap: args.stETH",
    },
    {
      what: "no arguments",
      step: { action: "claimWithdrawal", ...totals },
      failure: "steps[1] claimWithdrawal: args",
    },
    {
      what: "an amount that is no number",
      step: { action: "requestWithdrawals x1", args: { amounts: ["1e3"] }, ...totals },
      failure: "steps[1] requestWithdrawals x1: args.amounts[0]",
    },
    {
      what: "an argument that nobody reads",
      step: { action: "claimWithdrawal", args: { id: "1", recipient: "0x1" }, ...totals },
      failure: "steps[1] claimWithdrawal: args.recipient",
    },
    {
      what: "fewer arguments than the action counts",
      step: { action: "requestWithdrawals x2", args: { amounts: ["1000"] }, ...totals },
      failure: "steps[1] requestWithdrawals x2: action",
    },
    {
      what: "a figure that was not recorded",
      step: { action: "wstETH.wrap", args: { stETH: "3" }, ...totals, wstETHGain: "2" },
      failure: "steps[1] wstETH.wrap: stETHDrop",
    },
    {
      what: "a figure that nobody compares",
      step: {
        action: "wstETH.wrap",
        args: { stETH: "3" },
        ...totals,
        wstETHGain: "2",
        stETHDrop: "2",
        more: "1",
      },
      failure: "steps[1] wstETH.wrap: more",
    },
  ])("fail with $what", async ({ step: strange, failure }) => {
    expect(await replayed({ ...file, transfers: [], steps: [first, strange] })).toContain(failure);
  });

  it.each([1n, 7n, 104_729n])("may have other amounts, ids, orders and rates (seed %s)", async (seed) => {
    const checks = await collect(lido.run(computedRecording(seed)));
    expect(failures(checks)).toEqual([]);
    expect(checks.length).toBeGreaterThan(20);
  });
});

describe("a document", () => {
  it.each([
    { what: "of another protocol", document: { steps: [{ action: "x" }], vectors: {} } },
    { what: "that is a list", document: [] },
    { what: "that is nothing", document: null },
  ])("$what is not taken for one of Lido", ({ document }) => {
    expect(lido.recognises(document)).toBe(false);
  });

  const meta = { source: "lidofinance/core" };
  it.each([
    { what: "steps that are no list", document: { meta, steps: {} }, place: "steps" },
    { what: "a step that is no object", document: { meta, steps: [1] }, place: "steps[0]" },
    { what: "a step without action", document: { meta, steps: [{}] }, place: "steps[0].action" },
    { what: "transfers of another kind", document: { meta, transfers: [null] }, place: "transfers[0]" },
    { what: "no totals", document: { meta, steps: [{ action: "view" }] }, place: "the first step" },
  ])("with $what is refused with its place", async ({ document, place }) => {
    expect(lido.recognises(document)).toBe(true);
    const running = collect(lido.run(document));
    await expect(running).rejects.toThrow(GoldenUnreadable);
    await expect(running).rejects.toMatchObject({ place });
  });
});
