import { expect, it } from "vitest";
import { FullySlashed } from "./FullySlashed.ts";

it("says what cannot be done, why, and what can", () => {
  const error = new FullySlashed("delegate");
  expect(error.step).toBe("delegate");
  expect(error.message).toMatch(/^Cannot delegate: the operator was slashed to nothing/);
  expect(error.message).toMatch(/Take withdrawals as tokens/);
});
