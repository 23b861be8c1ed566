import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestsBySize } from "./requestsBySize.ts";

const limits = { min: 3n, max: 10n };

describe("an amount as requests", () => {
  it.each([
    ["within the limits is one", 7n, limits, [7n], 0n],
    ["of the minimum is one", 3n, limits, [3n], 0n],
    ["of the maximum is one", 10n, limits, [10n], 0n],
    ["below the minimum is none", 2n, limits, [], 2n],
    ["of nothing is none", 0n, { min: 0n, max: 10n }, [], 0n],
    ["above the maximum is several", 27n, limits, [10n, 10n, 7n], 0n],
    ["whose last would be too small takes from the one before", 21n, limits, [10n, 8n, 3n], 0n],
    ["takes from several where one cannot give enough", 23n, { min: 7n, max: 8n }, [8n, 8n, 7n], 0n],
    ["takes from all", 22n, { min: 7n, max: 8n }, [8n, 7n, 7n], 0n],
    ["that no number of requests adds up to leaves a rest", 11n, { min: 6n, max: 10n }, [10n], 1n],
    ["is none while requests are off", 5n, { min: 0n, max: 0n }, [], 5n],
    ["is none between limits that exclude each other", 5n, { min: 6n, max: 4n }, [], 5n],
  ])("%s", (_what, amount, within, requests, leftover) => {
    expect(requestsBySize(amount, within)).toEqual({ requests, leftover });
  });

  const anyLimits = fc
    .tuple(fc.bigInt({ min: 1n, max: 50n }), fc.bigInt({ min: 0n, max: 50n }))
    .map(([min, width]) => ({ min, max: min + width }));

  it("adds up, each request within the limits, and nothing is left that could be placed", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2_000n }), anyLimits, (amount, { min, max }) => {
        const { requests, leftover } = requestsBySize(amount, { min, max });
        expect(requests.reduce((sum, one) => sum + one, leftover)).toBe(amount);
        expect(requests.every((one) => one >= min && one <= max)).toBe(true);
        expect(leftover < min || leftover === 0n).toBe(true);
        const fewest = (amount + max - 1n) / max;
        if (amount >= fewest * min) expect(leftover).toBe(0n);
      }),
    );
  });
});
