import { type Action, assetId, positionId, routeId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../ActionRefused.ts";
import { adapters } from "../registry.ts";
import { DEVNET } from "../testing/devnetView.ts";
import { ACCOUNT } from "../testing/fakeReader.ts";
import { ENTER, EXIT } from "../testing/sampleAction.ts";
import { encodeMarketAction } from "./encodeMarketAction.ts";

const POSITIONS = [{ position: positionId("lido:wstETH"), asset: assetId("wstETH") }];
const encode =
  (action: Action, positions = POSITIONS) =>
  () =>
    encodeMarketAction(positions, { action, account: ACCOUNT, deployment: DEVNET });

describe("encodeMarketAction", () => {
  it("lets the route encode what fits the position", () => {
    expect(encode(EXIT)()).toHaveLength(2);
  });

  it.each<[string, Action, string]>([
    ["another venue's position", ENTER, "position"],
    [
      "an exit that sells something else",
      { ...EXIT, spend: { ...EXIT.spend, asset: assetId("WETH") } },
      "spend.asset",
    ],
    ["an entry that buys something else", { ...EXIT, kind: "enter" }, "receive.asset"],
    ["a route that nobody knows", { ...EXIT, route: routeId("lido-queue") }, "route"],
  ])("refuses %s, naming what would do", (_name, action, field) => {
    expect(encode(action)).toThrow(ActionRefused);
    expect(encode(action)).toThrow(expect.objectContaining({ field }));
  });

  it("refuses everything of a venue that does not trade", () => {
    expect(encode(EXIT, [])).toThrow(/nothing/);
    const idle = adapters.find(({ id }) => id === "idle");
    expect(() => idle?.encode({ action: EXIT, account: ACCOUNT, deployment: DEVNET })).toThrow(ActionRefused);
  });
});
