import { expect, it } from "vitest";
import { SAMPLE_DEPLOYMENT } from "../testing/sampleDeployment.ts";
import { STETH, STETH_STRATEGY, WITHDRAWAL_DEPLOYMENT } from "../testing/withdrawalDeployment.ts";
import { strategyAssets } from "./strategyAssets.ts";

it("knows the strategies whose asset is a token of the deployment, and no other contract of EigenLayer", () => {
  expect(strategyAssets(WITHDRAWAL_DEPLOYMENT)).toEqual([
    { strategy: STETH_STRATEGY, asset: "stETH", token: STETH },
  ]);
});

it("knows none where the deployment has no EigenLayer", () => {
  expect(strategyAssets(SAMPLE_DEPLOYMENT)).toEqual([]);
});
