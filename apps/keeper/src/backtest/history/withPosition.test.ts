import { EXAMPLE_POLICY_YAML, type PositionId, parsePolicy } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { withPosition } from "./withPosition.ts";

const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
if (!parsed.ok) throw new Error("the example policy is refused");
const { policy } = parsed;

describe("a policy for another position", () => {
  test("is the same policy where that is listed", () => {
    expect(withPosition(policy, "lido:wstETH" as PositionId)).toBe(policy);
  });

  test("has it in the place, and with the numbers, of the largest band that is not idle money or Lido's", () => {
    const { universe, caps } = withPosition(policy, "renzo:ezETH" as PositionId);
    expect(universe.map(({ position, target }) => `${position} ${target}`)).toEqual([
      "idle:WETH 1000",
      "lido:wstETH 5000",
      "renzo:ezETH 4000",
    ]);
    expect(caps.protocols).toEqual([
      { venue: "lido", max: 7_000n },
      { venue: "renzo", max: 6_000n },
    ]);
  });

  test("stays as it is where there is no such band", () => {
    const idle = { ...policy, universe: policy.universe.filter(({ position }) => position === "idle:WETH") };
    expect(withPosition(idle, "renzo:ezETH" as PositionId)).toBe(idle);
  });
});
