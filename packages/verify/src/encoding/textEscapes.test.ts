import { expect, test } from "vitest";
import { escaped, LONE_SURROGATE, SHORT_ESCAPES } from "./textEscapes.ts";

test("what an escape stands for is written as that escape", () => {
  for (const [letter, character] of Object.entries(SHORT_ESCAPES))
    expect(escaped(character)).toBe(`\\${letter}`);
});

test("every character below the space is escaped, as JSON reads it; those from the space on only where they must be", () => {
  for (let code = 0; code < 0x80; code++) {
    const character = String.fromCharCode(code);
    expect(JSON.parse(`"${escaped(character)}"`)).toBe(character);
    expect(escaped(character).length > 1).toBe(code < 0x20 || character === '"' || character === "\\");
  }
});

test.each([
  ["\ud83e\udea8", false],
  ["\ud800", true],
  ["\udc00", true],
  ["a\ud83ea", true],
  ["plain", false],
])("%j has half of a pair: %s", (text, has) => {
  expect(LONE_SURROGATE.test(text)).toBe(has);
});
