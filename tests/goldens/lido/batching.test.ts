import { finalizationNeed } from "@ballast/adapters";
import { describe, expect, it } from "vitest";
import { batchingOf } from "./batching.ts";

const E27 = 10n ** 27n;
/** Three requests under two reports: far above, just below and above a rate of 2. */
const requests = [
  { requestId: "1", amountOfStETH: "900", amountOfShares: "300" },
  { requestId: "2", amountOfStETH: "190", amountOfShares: "100" },
  { requestId: "3", amountOfStETH: "250", amountOfShares: "100" },
];
const fileOf = (ethLocked: string) => ({
  transfers: [],
  safeTests: [],
  steps: [
    { action: "rebase" },
    { action: "requestWithdrawals x2", requests: requests.slice(0, 2) },
    { action: "rebase" },
    { action: "requestWithdrawals x1", requests: requests.slice(2) },
    { action: "finalize", args: { upTo: 3, maxShareRate: `${2n * E27}` }, ethLocked },
  ],
});
const made = requests.map(({ requestId, amountOfStETH, amountOfShares }, index) => ({
  id: BigInt(requestId),
  amountOfStETH: BigInt(amountOfStETH),
  amountOfShares: BigInt(amountOfShares),
  report: index < 2 ? 1 : 2,
}));
const idsOf = (ethLocked: string) =>
  batchingOf(fileOf(ethLocked))(made, 2n * E27).map((batch) => batch.map(({ id }) => Number(id)));

describe("the batches of a recording", () => {
  it.each([
    { what: "are one", ethLocked: "1000", batches: [[1, 2, 3]] },
    { what: "are one for each request where that fits", ethLocked: "990", batches: [[1], [2], [3]] },
    { what: "are one where nothing fits", ethLocked: "991", batches: [[1, 2, 3]] },
  ])("$what", ({ ethLocked, batches }) => {
    expect(idsOf(ethLocked)).toEqual(batches);
  });

  it("fit what the recording locked", () => {
    const batches = batchingOf(fileOf("990"))(made, 2n * E27);
    expect(finalizationNeed(batches, 2n * E27).ethToLockDown).toBe(990n);
  });
});
