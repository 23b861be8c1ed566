import { expect, it } from "vitest";
import type { GoldenCheck } from "../golden.ts";
import golden from "./etherfi.golden.json" with { type: "json" };
import { etherfiFile } from "./etherfiFile.ts";
import type { Fields, RecordedStep } from "./recordedStep.ts";
import { replaySteps } from "./replaySteps.ts";
import { rigValues } from "./rigValues.ts";

const file = etherfiFile(golden);
const [first, second] = file.steps as [RecordedStep, RecordedStep];

/** The second deposit without the ether that it took, for a step that reverts or is another's. */
const { ethDelta: _, ...idle }: Fields = { ...second, after: second.before };

async function checksOf(steps: readonly Fields[]): Promise<GoldenCheck[]> {
  const found: GoldenCheck[] = [];
  const replay = replaySteps({ steps: steps as readonly RecordedStep[] }, rigValues(file.parameters));
  for await (const { check } of replay) found.push(check);
  return found;
}

it("a step that cannot be done is a failure that says what it lacks", async () => {
  const broken: [Fields, string, string][] = [
    [{ action: "LiquidityPool.depositTwice" }, "action", "no such action is known"],
    [{ action: "eETH.approve(router)" }, "action", "no contract of this name"],
    [{ args: undefined }, "args.value", "a whole number is needed"],
    [{ args: { value: "much" } }, "args.value", "a whole number is needed"],
    [{ args: { value: "-5" } }, "args", "not in safe integer range"],
    [{ args: { value: String(10n ** 40n) } }, "args", "nsufficient funds"],
    [{ args: { value: 1.5 } }, "args.value", "a whole number is needed"],
    [
      { action: "WithdrawRequestNFT.claimWithdraw", args: { requestId: 1, caller: "friend" } },
      "args.caller",
      "owner",
    ],
    [
      { action: "RedemptionManager.redeemEEth -> ETH", args: { amount: "1" } },
      "totalRedeemableAmountBefore",
      "cannot be set up",
    ],
    [
      {
        action: "WithdrawRequestNFT.claimWithdraw",
        args: { requestId: 1, caller: "owner" },
        reverted: "RequestNotValid",
      },
      "reverted",
      "cannot be done here",
    ],
    [{ before: { ...first.before, holder: undefined } }, "before.holder.eETHshares", "a whole number"],
  ];
  const checks = await checksOf(broken.map(([part]) => ({ ...first, ...part })));
  expect(checks).toMatchObject(
    broken.map(([, field, found]) => ({ outcome: "failed", field, found: expect.stringContaining(found) })),
  );
});

it("what administrators did follows from the recorded revert and is over with the step; an error without reason does not", async () => {
  const reverts = [
    "ContractPausedUntil(1795364244)",
    "ContractPaused",
    "BlacklistedUser(0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc)",
  ];
  const steps = [first, ...reverts.map((reverted) => ({ ...idle, reverted })), second];
  const wrong = { ...idle, before: second.after, reverted: "InvalidAmount" };
  const checks = await checksOf([...steps, wrong]);
  expect(checks.slice(0, -1).map(({ outcome }) => outcome)).toEqual(steps.map(() => "passed"));
  expect(checks.at(-1)).toMatchObject({ outcome: "failed", field: "reverted", found: "it passed" });
});

it("a contract that is not there: comparing goes on while its effect is known, and ends with a reason when it is not", async () => {
  const action = "PriorityWithdrawalQueue.fulfillRequests";
  const { ethDelta: __, ...rest }: Fields = second;
  const checks = await checksOf([
    { ...idle, before: second.after, action },
    { ...idle, action, before: first.before, after: first.before },
    first,
    { ...idle, reverted: "LimitExceeded" },
    { ...rest, action },
    second,
  ]);
  expect(checks).toMatchObject([
    { outcome: "failed", field: "before.totalPooledEther" },
    { outcome: "out-of-scope", reason: expect.stringContaining("priority queue") },
    { outcome: "passed" },
    { outcome: "out-of-scope", reason: expect.stringContaining("limits on minting") },
    { outcome: "out-of-scope", reason: expect.stringContaining("priority queue") },
    { outcome: "out-of-scope", reason: expect.stringContaining("changed the pool or the holder") },
  ]);
});
