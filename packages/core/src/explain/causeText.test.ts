import { expect, test } from "vitest";
import { causeText } from "./causeText.ts";

test.each([
  ["oracle:lido-accounting-oracle", "oracle lido-accounting-oracle"],
  ["admin-key:unknown", "unknown admin keys"],
  ["avs:eigenda+operator:unknown", "AVS eigenda and unknown operators"],
  ["bridge", "bridges"],
])("%s is %s", (id, text) => {
  expect(causeText(id)).toBe(text);
});
