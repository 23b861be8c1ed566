import { expect, test } from "vitest";
import { together, type Verdict } from "./verdict.ts";

test.each<readonly [string, readonly Verdict[], Verdict]>([
  ["nothing is neutral", [], "neutral"],
  ["neutral stays neutral", ["neutral", "neutral"], "neutral"],
  ["one tighter makes it tighter", ["neutral", "tighter"], "tighter"],
  ["one looser outweighs all", ["tighter", "looser", "tighter"], "looser"],
])("%s", (_name, verdicts, whole) => {
  expect(together(verdicts)).toBe(whole);
});
