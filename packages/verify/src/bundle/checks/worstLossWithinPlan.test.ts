import { expect, test } from "vitest";
import { type Attack, ETHER, FIRST_SWAP, testAttacks } from "../../../test/attacks.ts";
import { detailOf } from "../../../test/failedChecks.ts";
import { bundleText, swapCall } from "../../../test/validBundle.ts";

const ATTACKS: readonly Attack[] = [
  [
    "the plan tells a smaller worst loss",
    ["worst-loss"],
    ({ plan }) => {
      plan.figures.worstLoss -= 1n;
    },
  ],
  [
    "the snapshot's rate makes the loss larger",
    ["worst-loss"],
    ({ snapshot }) => void Reflect.set(snapshot.rates[2] ?? {}, "rate", 2n * ETHER),
  ],
  ["the snapshot has no rate for a token", ["worst-loss"], ({ snapshot }) => void snapshot.rates.pop()],
  ["a token has no asset", ["explained", "worst-loss"], ({ contracts }) => void contracts.assets.pop()],
  ["the route has no router", ["explained", "simulation"], ({ contracts }) => void contracts.routers.pop()],
  [
    "plan and bytes agree to accept nothing",
    ["explained", "worst-loss"],
    ({ plan, calls }) => {
      const [first] = plan.actions;
      if (first) first.receive.atLeast = 0n;
      calls[2] = swapCall({ ...FIRST_SWAP, amountOutMinimum: 0n });
    },
  ],
  [
    "plan and bytes agree on a bad trade, the figures do not",
    ["worst-loss"],
    ({ plan, calls }) => {
      const [first] = plan.actions;
      if (first) first.receive.atLeast = 60n * ETHER;
      calls[2] = swapCall({ ...FIRST_SWAP, amountOutMinimum: 60n * ETHER });
    },
  ],
];

testAttacks(ATTACKS);

test("the reason names both figures, to the last digit", async () => {
  const text = await bundleText(({ plan }) => {
    plan.figures.worstLoss -= 1n;
  });
  expect(detailOf(text, "worst-loss")).toBe(
    "if every swap pays its minimum, 1.35 ETH are lost; the plan's figures.worstLoss says 1.349999999999999999 ETH",
  );
});
