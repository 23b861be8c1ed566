import { assetId, type RateReading, venueId, wad } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { rateIn } from "./rateIn.ts";

const RATE: RateReading = {
  asset: assetId("weETH"),
  venue: venueId("etherfi"),
  rate: wad(7n),
  source: { kind: "policy", path: "" },
};
const WHY = { subject: "rate:wstETH", code: "empty", retry: false, detail: "no contract" } as const;
const readings = { rates: [RATE], missing: [WHY] };

describe("rateIn", () => {
  it("gives the rate that was read", () => {
    expect(rateIn(readings, "weETH")).toEqual({ ok: true, value: 7n });
  });

  it("says why one was not read, as it was said", () => {
    expect(rateIn(readings, "wstETH")).toEqual({ ok: false, missing: WHY });
  });

  it("says so of an asset that nobody read", () => {
    expect(rateIn(readings, "rETH")).toMatchObject({ ok: false, missing: { subject: "rate:rETH" } });
  });
});
