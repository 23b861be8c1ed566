import { describe, expect, it } from "vitest";
import { closing } from "./closing.ts";

describe("closing", () => {
  it("finds vitest's lines among colours and names of tests, and counts tests, not files", () => {
    const output = [
      " ✓ says 3 passed when 3 passed",
      "\u001b[2m Test Files \u001b[22m 1 failed | 2 passed (3)",
      "      Tests  4 failed | 12 passed | 1 skipped (17)",
      "   Duration  2.1s",
    ].join("\n");
    expect(closing(output)).toMatchObject({ passed: 12, failed: 4 });
    expect(closing(output).lines).toHaveLength(2);
  });

  it("counts Playwright's tests that did not run as failed", () => {
    const output =
      "Running 9 tests\n  1 failed\n    e2e/a.spec.ts:3:1\n  2 did not run\n  6 passed (14.2s)\n";
    expect(closing(output)).toMatchObject({ passed: 6, failed: 3 });
    expect(closing(output).lines).toEqual(["  1 failed", "  2 did not run", "  6 passed (14.2s)"]);
  });

  it("finds nothing in a run that died before it closed", () => {
    expect(closing("Error: out of memory")).toEqual({ lines: [], passed: 0, failed: 0 });
  });
});
