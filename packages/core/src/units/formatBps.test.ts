import { describe, expect, it } from "vitest";
import { formatBps, formatLimitBps } from "./formatBps.ts";
import { ratioBps } from "./quantities.ts";

describe("formatBps", () => {
  it.each([
    [3700n, "37.00\u00a0%", "37.00\u00a0%"],
    [100n, "1.00\u00a0%", "1.00\u00a0%"],
    [99n, "0.99\u00a0%", "99\u00a0bps"],
    [0n, "0.00\u00a0%", "0\u00a0bps"],
    [123_456n, "1,234.56\u00a0%", "1,234.56\u00a0%"],
  ])("writes %d as %s, and as a limit %s", (value, share, limit) => {
    expect(formatBps(ratioBps(value))).toBe(share);
    expect(formatLimitBps(ratioBps(value))).toBe(limit);
  });
});
