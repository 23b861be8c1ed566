import { describe, expect, it } from "vitest";
import type { GoldenCheck } from "../golden.ts";
import { altered, figuresOf } from "./altered.ts";
import { checkVectors } from "./checkVectors.ts";
import golden from "./etherfi.golden.json" with { type: "json" };
import { etherfiFile } from "./etherfiFile.ts";
import type { RecordedStep } from "./recordedStep.ts";
import { rigValues } from "./rigValues.ts";

const file = etherfiFile(golden);
const rig = rigValues(file.parameters);

async function failures(steps: readonly RecordedStep[]): Promise<GoldenCheck[]> {
  const failed: GoldenCheck[] = [];
  for await (const check of checkVectors({ steps }, rig)) if (check.outcome === "failed") failed.push(check);
  return failed;
}

/** The file with one step altered. */
const withStep = (index: number, step: RecordedStep) =>
  file.steps.map((one, at) => (at === index ? step : one));

describe("the arithmetic of the adapter", () => {
  it("gives every recorded figure that has a formula", async () => {
    expect(await failures(file.steps)).toEqual([]);
  });

  /** Figures that have a formula; what is left has none but the chain: weETH's supply and holdings outside wraps, ids, canRedeem. */
  const formulaBearing = [
    "totalPooledEther",
    "weETHgetRate",
    "amountPerShareCeil",
    "holder.eETH",
    "amountOfEEth",
    "shareOfEEth",
    "frozenRate",
    "getClaimableAmountBefore",
    "previewRedeem",
    "totalRedeemableAmountBefore",
    "receiverSharesDelta",
  ];
  const paths = [...new Set(file.steps.flatMap(figuresOf))].filter((path) =>
    formulaBearing.includes(path.replace(/^(before|after)\./, "")),
  );

  /** All steps for what few steps have; every ninth for the state, which is the same of all. */
  const sampled = (path: string, index: number) =>
    !/^(before|after)\./.test(path) || (index > 0 && index % 9 === 1);

  it.each(paths)("notices a wei more or less in %s of a step", async (path) => {
    for (const [index, step] of file.steps.entries()) {
      if (!figuresOf(step).includes(path) || !sampled(path, index)) continue;
      for (const by of [1n, -1n]) {
        const failed = await failures(withStep(index, altered(step, { path, by })));
        expect(failed.length, `${index} ${by}`).toBeGreaterThan(0);
      }
    }
  });

  it.each([
    ["after.totalShares", "LiquidityPool.deposit"],
    ["after.totalShares", "rebase (by EtherFiAdmin)"],
    ["after.totalShares", "WithdrawRequestNFT.claimWithdraw"],
    ["after.totalShares", "RedemptionManager.redeemWeEth -> ETH"],
    ["ethDelta", "WithdrawRequestNFT.claimWithdraw"],
    ["ethDelta", "RedemptionManager.redeemEEth -> ETH"],
    ["stETHDelta", "RedemptionManager.redeemEEth -> stETH"],
    ["after.holder.weETH", "weETH.wrap"],
    ["after.weETHsupply", "weETH.wrap"],
    ["after.holder.eETHshares", "weETH.unwrap"],
    ["after.holder.eETHshares", "PriorityWithdrawalQueue.requestWithdraw"],
  ])("notices a wei in %s of %s", async (path, action) => {
    const index = file.steps.findIndex((step) => step.action === action && step.reverted === undefined);
    const step = file.steps[index] as RecordedStep;
    expect(await failures(withStep(index, altered(step, { path, by: 1n })))).not.toEqual([]);
  });

  it("says that a claim's request or its finalisation is not in the file", async () => {
    const unrequested = file.steps.filter(({ requestId }) => requestId !== 1);
    expect(await failures(unrequested)).toMatchObject([
      { kind: "vector claim", found: "no step made this request" },
    ]);
    const unfinalised = file.steps.filter(({ frozenRate }) => frozenRate === undefined);
    const [first] = await failures(unfinalised);
    expect(first).toMatchObject({ kind: "vector claim", found: "no step finalised this request" });
  });

  it("says that a request outside the limits cannot have passed", async () => {
    const index = file.steps.findIndex(({ reverted }) => reverted === "InvalidWithdrawalAmount");
    const { reverted: _, ...passed } = file.steps[index] as RecordedStep;
    const steps = withStep(index, { ...passed, amountOfEEth: "0", shareOfEEth: "0" } as RecordedStep);
    expect((await failures(steps)).map(({ kind }) => kind)).toContain("vector size of a request");
  });
});
