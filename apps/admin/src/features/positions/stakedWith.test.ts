import type { PositionId, Snapshot } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { stakedWith } from "./stakedWith.ts";

const OPERATOR = `0x${"ab".repeat(20)}`;
const OTHER = `0x${"cd".repeat(20)}`;
const staked = { position: `eigenlayer:stETH@${OPERATOR}` as PositionId };

const slashable = (...values: [string, bigint][]) => {
  const figures = values.map(([operator, value], at) => ({ figure: `slashable:${operator}:0x${at}`, value }));
  return stakedWith(staked, { figures, block: { number: 8000n } } as unknown as Snapshot).slashable;
};

describe("whom a position is staked with", () => {
  test("nobody, where nothing is delegated", () => {
    const position = "etherfi:weETH" as PositionId;
    expect(stakedWith({ position }, { figures: [] } as unknown as Snapshot)).toEqual({
      operator: null,
      slashable: "",
    });
  });

  test("the share that may be slashed is of this operator, the highest, rounded up", () => {
    const third = 333_333_333_333_333_333n;
    expect(slashable([OPERATOR, 1n], [OPERATOR, third], [OTHER, 10n ** 18n])).toBe(
      "33.34\u00a0% may be slashed, block 8,000",
    );
  });

  test("without the figure it is not known, never nothing", () => {
    expect(slashable([OTHER, 0n])).toBe("What may be slashed is not known");
  });
});
