import { describe, expect, it } from "vitest";
import { assetId, positionId, routeId, sourceId, venueId, venueOf } from "./ids.ts";
import { UnitError } from "./unitError.ts";

describe("ids", () => {
  it.each([
    ["an asset", () => assetId("wstETH")],
    ["an asset with a dot", () => assetId("USDC.e")],
    ["a venue", () => venueId("etherfi")],
    ["a position of an asset", () => positionId("lido:wstETH")],
    ["a position with an operator", () => positionId(`eigenlayer:stETH@0x${"ab".repeat(20)}`)],
    ["a route", () => routeId("uniswap-v3")],
    ["a source", () => sourceId("rpc-1")],
  ])("takes %s", (_name, make) => {
    expect(make().length).toBeGreaterThan(0);
  });

  it.each([
    ["an empty asset", () => assetId("")],
    ["an asset with a space", () => assetId("wst ETH")],
    ["an asset beyond ASCII", () => assetId("wstETН")],
    ["a venue in capitals", () => venueId("Lido")],
    ["a venue with a colon", () => venueId("lido:")],
    ["a position without a venue", () => positionId("wstETH")],
    ["a position without a form", () => positionId("lido:")],
    ["a position with a second colon", () => positionId("lido:wstETH:x")],
    ["a position with a line break", () => positionId("lido:wstETH\n")],
    ["a number", () => routeId(1 as unknown as string)],
    ["an undefined source", () => sourceId(undefined as unknown as string)],
  ])("refuses %s", (_name, make) => {
    expect(make).toThrow(UnitError);
  });

  it("finds the venue of a position", () => {
    expect(venueOf(positionId("lido:wstETH"))).toBe("lido");
  });
});
