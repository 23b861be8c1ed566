import { expect, test } from "vitest";
import { itemName } from "./itemName.ts";

test.each([
  ["a band by its position", { position: "lido:wstETH", min: "0%" }, "lido:wstETH"],
  ["a cap by its venue", { venue: "lido", max: "1%" }, "lido"],
  ["an operator's cap by the operator", { operator: "0xAb", max: "1%" }, "0xAb"],
  ["a cap on an asset by the asset", { asset: "wstETH", max: "1%" }, "wstETH"],
  ["a cap on causes by their kind", { kind: "oracle", treasury: "1%" }, "oracle"],
  ["a rung by its time", { share: "5%", within: "1h" }, "1h"],
  ["a feed by itself", "stETH/ETH", "stETH/ETH"],
  ["nothing else", { max: "1%" }, null],
])("names %s", (_name, item, name) => {
  expect(itemName(item)).toBe(name);
});
