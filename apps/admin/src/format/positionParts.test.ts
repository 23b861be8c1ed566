import type { PositionId } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { positionParts } from "./positionParts.ts";

describe("a position in few words", () => {
  test.each([
    ["etherfi:weETH", "weETH", null, "weETH"],
    ["idle:WETH", "Idle WETH", null, "Idle WETH"],
    ["eigenlayer:stETH", "stETH", null, "stETH"],
    [
      "eigenlayer:stETH@0x5fbdb2315678afecb367f032d93f642f64180aa3",
      "stETH",
      "0x5fbdb2315678afecb367f032d93f642f64180aa3",
      "stETH at 0x5FbD…0aa3",
    ],
  ])("%s", (position, name, operator, short) => {
    expect(positionParts(position as PositionId)).toEqual({ name, operator, short });
  });
});
