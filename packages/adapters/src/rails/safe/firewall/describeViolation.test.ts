import { describe, expect, it } from "vitest";
import { describeViolation } from "./describeViolation.ts";

describe("describeViolation", () => {
  it("counts the calls from one, as a reader does", () => {
    const violation = {
      code: "recipient",
      call: 2n,
      field: "recipient",
      expected: "0xsafe",
      actual: "0xother",
    } as const;
    expect(describeViolation(violation)).toBe(
      "call 3 of the batch: recipient must be 0xsafe, found 0xother (recipient)",
    );
  });

  it("names the transaction itself when no call is meant", () => {
    const violation = {
      code: "operation",
      call: null,
      field: "operation",
      expected: "1",
      actual: "0",
    } as const;
    expect(describeViolation(violation)).toBe("transaction: operation must be 1, found 0 (operation)");
  });
});
