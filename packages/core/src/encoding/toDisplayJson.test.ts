import { describe, expect, it } from "vitest";
import { toDisplayJson } from "./toDisplayJson.ts";

describe("toDisplayJson", () => {
  it("writes integers of any size as decimal text", () => {
    expect(JSON.parse(toDisplayJson({ value: -(2n ** 200n), list: [1n] }))).toEqual({
      value: `-${2n ** 200n}`,
      list: ["1"],
    });
  });

  it("writes nothing as null", () => {
    expect(toDisplayJson(undefined)).toBe("null");
  });
});
