import { expect, it } from "vitest";
import { revertText } from "./revertText.ts";

it.each([
  ["a plain error", "RequestNotFinalized", "RequestNotFinalized"],
  [
    "an address is another chain's",
    "BlacklistedUser(0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc)",
    "BlacklistedUser",
  ],
  ["so is a second", "ContractPausedUntil(1795364244)", "ContractPausedUntil"],
  ["a number counts", "WeETHUnderbacked(5, 4)", "WeETHUnderbacked(5,4)"],
  ["so does a text, brackets and commas included", "Error(ERC721: a, (b))", "Error(ERC721: a, (b))"],
  ["a panic's code is written in decimals", "Panic(0x11)", "Panic(17)"],
  ["whatever it is", "a revert without data", "a revert without data"],
])("%s", (_what, reverted, text) => {
  expect(revertText(reverted)).toBe(text);
});
