import { expect, test } from "vitest";
import { stoppedText } from "./stoppedText.ts";

test.each([
  ["nothing stops it", [], ""],
  ["one reason", ["claims-paused"], "claims are paused"],
  ["two", ["blacklisted", "paused"], "this account is on the venue's blacklist, it is paused"],
  ["one without words is named as it is", ["out-of-season"], "out of season"],
])("%s", (_, codes, text) => {
  expect(stoppedText(codes)).toBe(text);
});
