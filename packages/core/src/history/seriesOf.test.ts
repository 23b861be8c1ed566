import { describe, expect, test } from "vitest";
import { BLOCK, CALM, contextOf, historyOf } from "../testing/world.ts";
import type { AssetId, VenueId } from "../units/brands.ts";
import { blockNumber } from "../units/quantities.ts";
import { assetYield } from "./assetYield.ts";
import { samplesBefore } from "./samplesBefore.ts";
import { figureSeries, marketSeries, rateSeries, seriesOf } from "./seriesOf.ts";

const history = historyOf(CALM.stakes);

describe("seriesOf", () => {
  test("it finds a series by its id", () => {
    expect(seriesOf(history, rateSeries("wstETH" as AssetId))).toHaveLength(25);
    expect(seriesOf(history, marketSeries("weETH" as AssetId))).toHaveLength(25);
  });

  test("a figure's series has its venue in the name", () => {
    expect(figureSeries("lido" as VenueId, "pause:stETH")).toBe("figure:lido:pause:stETH");
  });

  test("a series that is not there is empty, not an error", () => {
    expect(seriesOf(history, "rate:rETH")).toEqual([]);
  });
});

describe("samplesBefore", () => {
  test("it leaves out the block itself and everything after", () => {
    const before = samplesBefore(history, { id: "rate:wstETH", block: BLOCK.number });
    expect(before).toHaveLength(24);
    expect(samplesBefore(history, { id: "rate:wstETH", block: blockNumber(0n) })).toEqual([]);
  });
});

describe("assetYield", () => {
  test.each(["ETH", "WETH"])("%s yields nothing by definition", (asset) => {
    expect(assetYield(contextOf(CALM), asset as AssetId)).toMatchObject({
      yield: 0n,
      method: "none-by-definition",
    });
  });

  test("a staking token yields what its rate grew by", () => {
    const reading = assetYield(contextOf(CALM), "wstETH" as AssetId);
    const percent = reading.kind === "known" ? reading.yield / 10n ** 14n : 0n;
    // 3.1 % a year of the present rate, over a start that is a hair lower: 3.10 % in hundredths of a per cent.
    expect(percent).toBe(310n);
  });
});
