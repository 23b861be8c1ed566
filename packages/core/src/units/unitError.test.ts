import { describe, expect, it } from "vitest";
import { UnitError } from "./unitError.ts";

describe("UnitError", () => {
  it("says the value, the limit and what to write instead", () => {
    const error = new UnitError({
      unit: "percentage",
      value: '"40"',
      limit: "a number and a % sign",
      suggestion: "40%",
    });
    expect(error.message).toBe('"40" is no percentage: it must be a number and a % sign. Write 40%.');
    expect(error).toMatchObject({ code: "unit", unit: "percentage", value: '"40"', suggestion: "40%" });
  });

  it("suggests nothing where nothing can be known", () => {
    const error = new UnitError({ unit: "divisor", value: "0", limit: "at least 1" });
    expect(error.message).toBe("0 is no divisor: it must be at least 1.");
    expect(error.suggestion).toBeNull();
  });
});
