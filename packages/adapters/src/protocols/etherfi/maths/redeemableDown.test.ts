import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAmount } from "../../../testing/etherfiTotals.ts";
import { redeemableDown } from "./redeemableDown.ts";

const bucket = 10n ** 24n;

describe("what may be redeemed at once", () => {
  it.each([
    [
      "what lies above the watermark, as recorded",
      {
        liquidity: 1_100_246_143_094_640_306_800n,
        pooled: 1_111_446_061_613_159_558_682n,
        lowWatermarkBps: 100n,
        bucket,
      },
      1_089_131_682_478_508_711_214n,
    ],
    ["what the bucket holds", { liquidity: 1_000n, pooled: 1_000n, lowWatermarkBps: 100n, bucket: 5n }, 5n],
    ["nothing at the watermark", { liquidity: 10n, pooled: 1_000n, lowWatermarkBps: 100n, bucket }, 0n],
    ["nothing below it", { liquidity: 9n, pooled: 1_000n, lowWatermarkBps: 100n, bucket }, 0n],
    ["everything without a watermark", { liquidity: 9n, pooled: 1_000n, lowWatermarkBps: 0n, bucket }, 9n],
    ["what a rounded watermark leaves", { liquidity: 10n, pooled: 199n, lowWatermarkBps: 100n, bucket }, 9n],
  ])("is %s", (_what, from, wei) => {
    expect(redeemableDown(from)).toBe(wei);
  });

  it("is more than neither of its bounds", () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, anyAmount, (liquidity, pooled, held) => {
        const wei = redeemableDown({ liquidity, pooled, lowWatermarkBps: 100n, bucket: held });
        expect(wei >= 0n && wei <= liquidity && wei <= held).toBe(true);
      }),
    );
  });
});
