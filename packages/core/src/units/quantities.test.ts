import { describe, expect, it } from "vitest";
import { baseUnits, blockNumber, bps, ratioBps, rawAmount, wad } from "./quantities.ts";
import { UnitError } from "./unitError.ts";

const UINT256_MAX = 2n ** 256n - 1n;

describe("quantities", () => {
  it.each([
    ["a whole is 10,000 basis points", () => bps(10_000n)],
    ["nothing is 0 basis points", () => bps(0n)],
    ["a ratio may be above one", () => ratioBps(25_000n)],
    ["a wad may be negative", () => wad(-1n)],
    ["a value may be larger than 256 bits", () => baseUnits(UINT256_MAX + 1n)],
    ["an amount may be the largest that a chain holds", () => rawAmount(UINT256_MAX)],
    ["a block may be the first", () => blockNumber(0n)],
  ])("%s", (_name, make) => {
    expect(typeof make()).toBe("bigint");
  });

  it.each([
    ["a share above the whole", () => bps(10_001n), "at most 10000"],
    ["a negative share", () => bps(-1n), "at least 0"],
    ["a negative ratio", () => ratioBps(-1n), "at least 0"],
    ["a negative value", () => baseUnits(-1n), "at least 0"],
    ["a negative amount", () => rawAmount(-1n), "at least 0"],
    ["an amount that no chain holds", () => rawAmount(UINT256_MAX + 1n), `at most ${UINT256_MAX}`],
    ["a negative block", () => blockNumber(-1n), "at least 0"],
    ["a number where a bigint belongs", () => wad(1 as unknown as bigint), "a bigint"],
  ])("refuses %s and names the limit", (_name, make, limit) => {
    expect(make).toThrow(expect.objectContaining({ name: "UnitError", limit }));
    expect(make).toThrow(UnitError);
  });
});
