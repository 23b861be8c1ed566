import type { TickRecord } from "@ballast/db";
import { describe, expect, test } from "vitest";
import { collapseTicks } from "./collapseTicks.ts";

const ticks = (...ends: (string | null)[]) =>
  ends.map((end) => {
    const [outcome = null, reason = null] = end?.split("/") ?? [];
    return { outcome, reason } as unknown as Pick<TickRecord, "outcome" | "reason">;
  });

const shape = (...ends: (string | null)[]) =>
  collapseTicks(ticks(...ends)).map(({ tick, times }) => `${tick.outcome}/${tick.reason}×${times}`);

describe("equal decisions in a row", () => {
  test.each([
    ["none give none", [], []],
    ["alike ones are one line", ["held/a", "held/a"], ["held/a×2"]],
    ["another reason begins a new line", ["held/a", "held/b"], ["held/a×1", "held/b×1"]],
    [
      "one between others splits them",
      ["held/a", "proposed/x", "held/a"],
      ["held/a×1", "proposed/x×1", "held/a×1"],
    ],
    ["one under way does not split them", ["held/a", null, "held/a"], ["held/a×2"]],
  ] as const)("%s", (_name, ends, lines) => {
    expect(shape(...ends)).toEqual(lines);
  });
});
