import { parseTape, type TapeLine, writeTape } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { quietTape } from "./quietTape.ts";
import { stories } from "./stories.ts";
import { storyTape } from "./storyTape.ts";

function read(lines: readonly TapeLine[]) {
  const parsed = parseTape(writeTape(lines));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues[0]));
  return parsed.tape.rows;
}

const valuesOf = (lines: readonly TapeLine[], series: string) =>
  lines.filter((line) => line.series === series).map(({ value }) => Number(value));

describe.each(stories)("$id", (story) => {
  const lines = storyTape(story);

  test("is a tape, labelled as made, with its sources", () => {
    const label = read(lines).find(({ fact }) => fact.kind === "synthetic")?.fact;
    expect(label).toMatchObject({ text: expect.stringMatching(/assumed|scenario/) });
  });

  test("marks its beginning, within the tape, before anything of it shows", () => {
    const marks = lines.filter(({ series }) => series.startsWith("incident:"));
    expect(marks).toHaveLength(story.position === null ? 0 : 1);
    for (const { time } of marks) {
      const before = lines.filter((line) => line.time < time);
      const asset = story.position?.replace(/^[^:]+:/, "").replace(/@.*$/, "") ?? "";
      const [prices, rates] = ["price", "rate"].map((kind) => valuesOf(before, `${kind}:${asset}`));
      expect(before.length).toBeGreaterThan(100);
      for (const [index, price] of (prices ?? []).entries())
        expect(price / (rates?.[index] ?? 1)).toBeGreaterThanOrEqual(0.99);
    }
  });
});

describe("published figures", () => {
  const lowest = (id: string, asset: string) => {
    const lines = storyTape(stories.find((story) => story.id === id) ?? never());
    const rates = valuesOf(lines, `rate:${asset}`);
    return Math.min(...valuesOf(lines, `price:${asset}`).map((price, index) => price / (rates[index] ?? 1)));
  };

  test.each([
    ["steth-2022-06", "wstETH", 0.9367],
    ["ezeth-2024-04-24", "ezETH", 0.824],
    ["kelp-rseth-2026-04-18", "rsETH", 0.82],
    ["october-2025-10-10", "wstETH", 0.9886],
  ])("of %s are in it: %s fell to %d of its rate", (id, asset, low) => {
    expect(lowest(id, asset)).toBeGreaterThanOrEqual(low - 1e-9);
    expect(lowest(id, asset)).toBeLessThan(low + 0.03);
  });
});

describe("the quiet year", () => {
  test("has no incident, two lone samples beyond 1 %, and is the same each time", () => {
    const lines = quietTape();
    expect(lines.some(({ series }) => series.startsWith("incident:"))).toBe(false);
    const beyond = ["weETH", "wstETH"].flatMap((asset) => {
      const rates = valuesOf(lines, `rate:${asset}`);
      return valuesOf(lines, `price:${asset}`).filter((price, index) => price / (rates[index] ?? 1) < 0.99);
    });
    expect(beyond).toHaveLength(2);
    expect(quietTape()).toEqual(lines);
    expect(read(lines).length).toBe(lines.length);
  });
});

function never(): never {
  throw new Error("no such story");
}
