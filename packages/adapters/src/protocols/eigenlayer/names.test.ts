import { describe, expect, it } from "vitest";
import { DEVNET } from "../../testing/devnetView.ts";
import { coreContracts } from "./coreContracts.ts";
import { formOf } from "./formOf.ts";
import { isPaused } from "./isPaused.ts";
import { operatorOf } from "./operatorOf.ts";
import { positionOf } from "./positionOf.ts";
import { eigenlayerPositions } from "./positions.ts";
import { eigenlayerRates } from "./rates.ts";
import { NATIVE_ETHER } from "./state/nativeEther.ts";
import { eigenStrategies } from "./strategies.ts";
import { EL, EL_DEPLOYMENT, OPERATOR, STETH_TOKEN } from "./testing/eigenlayerDeployment.ts";

describe("a position's id", () => {
  it.each([
    [`eigenlayer:stETH@${OPERATOR}`, "stETH", OPERATOR],
    ["eigenlayer:stETH", "stETH", null],
  ])("%s has the form %s and the operator %s", (position, form, operator) => {
    expect([formOf(position), operatorOf(position)]).toEqual([form, operator]);
    expect(positionOf({ form }, operator)).toBe(position);
  });
});

describe("strategies of a deployment", () => {
  it("are its listed ones, with the token that a claim pays", () => {
    expect(eigenStrategies(EL_DEPLOYMENT)).toMatchObject([
      {
        contract: "stETHStrategy",
        form: "stETH",
        asset: "EL-stETH",
        address: EL.stETHStrategy,
        token: { id: "stETH", address: STETH_TOKEN },
        tokenRate: 10n ** 18n,
      },
    ]);
  });

  it("give one position and one rate each", () => {
    expect(eigenlayerPositions(EL_DEPLOYMENT)).toEqual([{ position: "eigenlayer:stETH", asset: "EL-stETH" }]);
    const word = (10n ** 18n).toString(16).padStart(64, "0");
    expect(eigenlayerRates(EL_DEPLOYMENT)).toMatchObject([
      { asset: "EL-stETH", call: { to: EL.stETHStrategy, data: `0x7a8b2637${word}` } },
    ]);
  });

  it.each([
    ["without EigenLayer", { ...DEVNET, venues: {} }],
    ["without its token", { ...EL_DEPLOYMENT, assets: [] }],
  ])("are none %s", (_name, deployment) => {
    expect([
      eigenStrategies(deployment),
      eigenlayerPositions(deployment),
      eigenlayerRates(deployment),
    ]).toEqual([[], [], []]);
  });

  it("stand beside the core contracts, which are all there or none", () => {
    const { strategyManager, delegationManager, allocationManager } = EL;
    expect(coreContracts(EL_DEPLOYMENT)).toEqual({ strategyManager, delegationManager, allocationManager });
    expect(coreContracts({ ...DEVNET, venues: {} })).toBeNull();
  });
});

describe("a pause bitmap", () => {
  it.each([
    [0n, 0n, false],
    [1n, 0n, true],
    [1n, 1n, false],
    [0b110n, 1n, true],
    [0b110n, 2n, true],
    [0b110n, 0n, false],
    [2n ** 256n - 1n, 255n, true],
  ])("of %s has bit %s: %s", (bitmap, bit, expected) => {
    expect(isPaused(bitmap, bit)).toBe(expected);
  });
});

it("knows the name under which native ETH is kept", () => {
  expect(NATIVE_ETHER).toBe("0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0".toLowerCase());
});
