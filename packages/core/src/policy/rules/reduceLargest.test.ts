import { describe, expect, test } from "vitest";
import { CALM, contextOf, eth } from "../../testing/world.ts";
import { reduceLargest } from "./reduceLargest.ts";

const { positions } = contextOf(CALM).snapshot;

describe("reduceLargest", () => {
  test("the largest gives all of it", () => {
    expect(reduceLargest(positions, eth("120"))).toEqual({
      kind: "reduce-to",
      position: "lido:wstETH",
      target: eth("380"),
      urgent: false,
    });
  });

  test("the first by name of two that are equal, whatever their order", () => {
    const equal = positions.map((each) => ({ ...each, value: eth("5") }));
    for (const held of [equal, equal.toReversed()])
      expect(reduceLargest(held, eth("1"))).toMatchObject({ position: "etherfi:weETH", target: eth("4") });
  });

  test("more than there is leaves nothing, and nothing has nothing to give", () => {
    expect(reduceLargest(positions, eth("501"))).toMatchObject({ target: 0n });
    expect(reduceLargest([], eth("1"))).toEqual({ kind: "none" });
  });
});
