import { expect, test } from "vitest";
import { decideFor, proposedPlan } from "../testing/decideFor.ts";
import { contextOf, SHIFT } from "../testing/world.ts";
import { boundsSentence } from "./boundsSentence.ts";

const plan = proposedPlan(decideFor(contextOf(SHIFT)));

test("says of each amount why it is not larger", () => {
  expect(boundsSentence(plan)).toBe(
    "weETH goes no further because of the ceiling on slippage. wstETH goes no further because there is no more money.",
  );
});

test("has words for a bound that it does not know", () => {
  const actions = plan.actions.slice(0, 1).map((action) => ({ ...action, limitedBy: "moonlight" }));
  expect(boundsSentence({ ...plan, actions })).toBe("weETH goes no further because of moonlight.");
});

test("is empty where nothing is traded", () => {
  expect(boundsSentence({ ...plan, actions: [] })).toBe("");
});
