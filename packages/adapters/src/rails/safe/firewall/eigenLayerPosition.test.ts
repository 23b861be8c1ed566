import { expect, it } from "vitest";
import { eigenLayerPosition } from "./eigenLayerPosition.ts";

it.each([
  ["eigenlayer:stETH@0xabc", { asset: "stETH", operator: "0xabc" }],
  ["eigenlayer:stETH", { asset: "stETH", operator: null }],
  ["eigenlayer:stETH@", { asset: "stETH", operator: "" }],
  ["eigenlayer:stETH@0xabc@0xdef", { asset: "stETH", operator: "0xabc@0xdef" }],
  ["lido:stETH@0xabc", { asset: "", operator: null }],
  ["xeigenlayer:stETH", { asset: "", operator: null }],
])("%s", (position, parts) => expect(eigenLayerPosition(position)).toEqual(parts));
