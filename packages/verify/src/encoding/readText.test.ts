import { expect, test } from "vitest";
import { NotCanonicalError } from "../errors/NotCanonicalError.ts";
import { readText } from "./readText.ts";

test("a text is read up to its closing quote, and the cursor stands behind it", () => {
  const cursor = { text: 'xx"a\\"b\\u0001€"yy', at: 2 };
  expect(readText(cursor)).toBe('a"b\u0001€');
  expect(cursor.text.slice(cursor.at)).toBe("yy");
});

test("an empty text is empty", () => {
  expect(readText({ text: '""', at: 0 })).toBe("");
});

test.each(['"', '"a', '"\\', '"\\"', '"\\u00', '"\\x"', '"\\U0001"', '"\u0001"'])("%j is refused", (text) => {
  expect(() => readText({ text, at: 0 })).toThrow(NotCanonicalError);
});

test("a long text takes no longer than its length", () => {
  const long = "a\\n".repeat(200_000);
  expect(readText({ text: `"${long}"`, at: 0 })).toHaveLength(400_000);
});
