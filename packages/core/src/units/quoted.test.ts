import { describe, expect, it } from "vitest";
import { quoted } from "./quoted.ts";

describe("quoted", () => {
  it.each([
    ["text in quotes", "a\n", '"a\\n"'],
    ["long text cut", "x".repeat(200), `"${"x".repeat(90)}…"`],
    ["nothing as nothing", undefined, "undefined"],
    ["null as null", null, "null"],
    ["an integer by its kind", 12n, "(bigint)"],
    ["a record by its kind", { secret: 1 }, "(object)"],
  ])("shows %s", (_name, value, shown) => {
    expect(quoted(value)).toBe(shown);
  });
});
