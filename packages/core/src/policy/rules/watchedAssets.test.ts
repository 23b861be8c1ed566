import { expect, test } from "vitest";
import { CALM, contextOf } from "../../testing/world.ts";
import type { AssetId } from "../../units/brands.ts";
import { watchedAssets } from "./watchedAssets.ts";

test("assets of what is held or listed, without the base asset, each with its positions", () => {
  expect(watchedAssets(contextOf(CALM))).toEqual([
    { asset: "weETH", positions: ["etherfi:weETH"] },
    { asset: "wstETH", positions: ["lido:wstETH"] },
  ]);
});

test("under one name where they are asked for so", () => {
  expect(watchedAssets(contextOf(CALM), () => "ETH2" as AssetId)).toEqual([
    { asset: "ETH2", positions: ["etherfi:weETH", "lido:wstETH"] },
  ]);
});
