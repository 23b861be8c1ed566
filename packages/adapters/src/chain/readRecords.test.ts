import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { words } from "../testing/word.ts";
import { readRecords } from "./readRecords.ts";

const subject = "ticket:lido:all";
const answer = (...values: readonly bigint[]) => ({ ok: true, data: words(...values) }) as const;

describe("readRecords", () => {
  it("reads every list of records back as it was written", () => {
    const shape = fc.integer({ min: 1, max: 7 });
    const lists = shape.chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.array(fc.bigInt(0n, 2n ** 256n - 1n), { minLength: size, maxLength: size })),
      ),
    );
    fc.assert(
      fc.property(lists, ([size, records]) => {
        const data = answer(32n, BigInt(records.length), ...records.flat());
        expect(readRecords(data, { subject, words: size })).toEqual({ ok: true, value: records });
      }),
    );
  });

  it("reads an empty list as empty", () => {
    expect(readRecords(answer(32n, 0n), { subject, words: 6 })).toEqual({ ok: true, value: [] });
  });

  it.each([
    ["nothing", { ok: true, data: "0x" }, "empty"],
    ["one word", answer(32n), "short-data"],
    ["fewer records than it says", answer(32n, 2n, 5n), "short-data"],
    ["a list that begins elsewhere", answer(64n, 0n), "unexpected"],
    ["a number that is no length", answer(32n, 2n ** 200n), "unexpected"],
    [
      "a revert",
      { ok: false, reverted: "0x", missing: { subject: "x", code: "revert", retry: false, detail: "" } },
      "revert",
    ],
  ] as const)("never takes %s for an empty list", (_name, result, code) => {
    expect(readRecords(result, { subject, words: 1 })).toMatchObject({
      ok: false,
      missing: { subject, code },
    });
  });
});
