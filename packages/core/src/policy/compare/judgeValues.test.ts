import { describe, expect, it } from "vitest";
import type { Tightens } from "../document/fieldKind.ts";
import { judgeValues } from "./judgeValues.ts";
import type { Verdict } from "./verdict.ts";

const OPTIONS = ["notify", "freeze-entries", "exit"];

describe("a change of one value", () => {
  it.each<readonly [Tightens, unknown, unknown, Verdict]>([
    ["down", 5n, 4n, "tighter"],
    ["down", 5n, 5n, "neutral"],
    ["down", 5n, 6n, "looser"],
    ["up", 5n, 4n, "looser"],
    ["up", 5n, 6n, "tighter"],
    ["never", 5n, 4n, "looser"],
    ["never", 5n, 6n, "looser"],
    ["never", "0xa", "0xa", "neutral"],
    ["depends", 5n, 4n, "looser"],
    ["adding", 5n, 6n, "looser"],
    ["neutral", 5n, 6n, "neutral"],
    ["stronger", "notify", "freeze-entries", "tighter"],
    ["stronger", "notify", "exit", "tighter"],
    ["stronger", "exit", "freeze-entries", "looser"],
    ["stronger", "notify", "something", "looser"],
    ["stronger", undefined, "exit", "looser"],
    ["down", undefined, 4n, "looser"],
    ["down", 4n, undefined, "looser"],
    ["up", "5", "6", "looser"],
  ])("that tightens %s, from %s to %s, is %4$s", (tightens, old, now, verdict) => {
    expect(judgeValues(tightens, { old, now, options: OPTIONS })).toBe(verdict);
  });

  it.each<readonly [string, Tightens, unknown, unknown, Verdict]>([
    ["put in", "down", undefined, 5n, "tighter"],
    ["put in", "up", undefined, 5n, "tighter"],
    ["taken out", "down", 5n, undefined, "looser"],
    ["taken out", "up", 5n, undefined, "looser"],
    ["put in that never tightens", "never", undefined, 5n, "looser"],
  ])("of a limit that may be left out, %s: %5$s", (_name, tightens, old, now, verdict) => {
    expect(judgeValues(tightens, { old, now, options: [], isOptional: true })).toBe(verdict);
  });
});
