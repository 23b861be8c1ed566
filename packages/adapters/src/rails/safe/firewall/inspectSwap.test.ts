import type { Action, RouteId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { callsOf, ETHER, enterWeEth, exitWstEth, inspectionOf, planOf } from "../testing/sampleBatch.ts";
import { WEETH_POOL } from "../testing/sampleDeployment.ts";
import { inspectSwap } from "./inspectSwap.ts";
import { MalformedDataError } from "./malformedDataError.ts";

const EXIT = exitWstEth(10n * ETHER, 12n * ETHER);
const ENTRY = enterWeEth(11n * ETHER, 10n * ETHER);

/** The calls of `written`, judged as if they were those of `planned`. */
function judge(planned: Action, written: Action = planned) {
  const [approval, swap] = callsOf(planOf([written])).map((call) => ({ ...call, operation: 0n }));
  if (approval === undefined || swap === undefined) throw new Error("an action has two calls");
  return inspectSwap({ action: planned, approval, swap, index: 3n }, inspectionOf(planOf([planned])));
}

describe("inspectSwap", () => {
  it.each([
    ["an exit", EXIT],
    ["an entry", ENTRY],
  ])("passes %s whose calls are its own", (_, action) => expect(judge(action)).toEqual([]));

  it("counts the approval and the swap by their place in the batch", () => {
    const other = exitWstEth(9n * ETHER, 11n * ETHER);
    expect(judge(EXIT, other).map(({ code, call }) => [code, call])).toEqual([
      ["approval", 3n],
      ["amount", 4n],
      ["minimum", 4n],
    ]);
  });

  it.each<[string, Action, string]>([
    [
      "a route that the deployment does not have",
      { ...EXIT, route: "elsewhere" as RouteId },
      "route-unknown",
    ],
    ["a pool of other tokens", { ...EXIT, pool: WEETH_POOL }, "route-unknown"],
    ["a fee that the pool does not have", { ...EXIT, fee: 500n }, "route-unknown"],
    [
      "the chain's own coin, which no router takes",
      { ...EXIT, spend: { ...EXIT.spend, asset: "ETH" as never } },
      "asset-unknown",
    ],
    [
      "an asset of nowhere",
      { ...EXIT, receive: { ...EXIT.receive, asset: "XYZ" as never } },
      "asset-unknown",
    ],
  ])("does not know %s", (_, action, code) => {
    expect(judge(action, EXIT).map((violation) => violation.code)).toEqual([code]);
  });

  it("does not read an approval where the swap should be", () => {
    const [approval] = callsOf(planOf([EXIT])).map((call) => ({ ...call, operation: 0n }));
    if (approval === undefined) throw new Error("an action has two calls");
    const calls = { action: EXIT, approval, swap: approval, index: 1n };
    expect(() => inspectSwap(calls, inspectionOf(planOf([EXIT])))).toThrow(MalformedDataError);
  });
});
