import { describe, expect, test } from "vitest";
import { screenOf } from "./screenOf.ts";

describe("the screen of a path", () => {
  test.each([
    ["the account itself is the overview", "/31337-0xab", "Overview"],
    ["with a slash at its end too", "/31337-0xab/", "Overview"],
    ["a list is its screen", "/31337-0xab/proposals", "Proposals"],
    ["a detail page belongs to its list", "/31337-0xab/proposals/0x12", "Proposals"],
    ["a name that only begins alike is none", "/31337-0xab/proposalsx", undefined],
  ])("%s", (_name, path, label) => {
    expect(screenOf(path, "/31337-0xab")?.label).toBe(label);
  });
});
