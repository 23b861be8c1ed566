import { assetId, venueId, wad } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RateSource } from "../rateSource.ts";
import { words } from "../testing/word.ts";
import { readRate } from "./readRate.ts";

const base = {
  asset: assetId("weETH"),
  venue: venueId("etherfi"),
  source: { kind: "call", contract: `0x${"11".repeat(20)}`, method: "getRate" },
} as const;
const CALLED: RateSource = {
  ...base,
  kind: "call",
  call: { subject: "rate:weETH", to: base.source.contract, data: "0x" },
};
const FIXED: RateSource = { ...base, kind: "fixed", rate: wad(10n ** 18n) };

describe("readRate", () => {
  it("takes every rate from 1 to 1e36 as it stands", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 36n), (rate) => {
        const read = readRate(CALLED, { ok: true, data: words(rate) });
        expect(read).toEqual({
          ok: true,
          reading: { asset: "weETH", venue: "etherfi", rate, source: base.source },
        });
      }),
    );
  });

  it.each([
    ["0", 0n],
    ["more than any share price", 10n ** 36n + 1n],
    ["all bits", 2n ** 256n - 1n],
  ])("does not take %s for a rate", (_name, value) => {
    const read = readRate(CALLED, { ok: true, data: words(value) });
    expect(read).toMatchObject({
      ok: false,
      missing: { subject: "rate:weETH", code: "unexpected", retry: false },
    });
  });

  it("needs no call for a rate that is so by definition", () => {
    expect(readRate(FIXED, null)).toMatchObject({ ok: true, reading: { rate: 10n ** 18n } });
  });

  it("refuses to read a call's rate without its result", () => {
    expect(() => readRate(CALLED, null)).toThrow(TypeError);
  });
});
