import { keccak256, stringToHex } from "viem";
import { describe, expect, test } from "vitest";
import { NotCanonicalError } from "../errors/NotCanonicalError.ts";
import { contentId } from "./contentId.ts";

test("an id is keccak256 over the kind, a line end and the canonical bytes, as UTF-8", () => {
  const text = 'ballast/v1/plan\n{"name":"Zürich €"}';
  expect(contentId("plan", { name: "Zürich €" })).toBe(keccak256(stringToHex(text)));
});

test("another kind is another id", () => {
  expect(contentId("plan", null)).not.toBe(contentId("policy", null));
});

describe("a kind is refused when it is", () => {
  test.each([
    ["empty", ""],
    ["in capitals", "Plan"],
    ["with a line end", "plan\n"],
    ["with a slash", "a/b"],
  ])("%s", (_, kind) => {
    expect(() => contentId(kind, null)).toThrow(NotCanonicalError);
  });
});

test("a document without a canonical text has no id", () => {
  expect(() => contentId("plan", { share: 0.5 })).toThrow(NotCanonicalError);
});
