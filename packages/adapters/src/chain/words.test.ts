import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { words } from "../testing/word.ts";
import type { PinnedResult } from "./pinnedReader.ts";
import { readWords } from "./words.ts";

const ok = (data: `0x${string}`): PinnedResult => ({ ok: true, data });
const uint256 = fc.bigInt(0n, 2n ** 256n - 1n);

describe("readWords", () => {
  it("reads back what a contract returns", () => {
    fc.assert(
      fc.property(fc.array(uint256, { minLength: 1, maxLength: 6 }), (values) => {
        const read = readWords(ok(words(...values)), { subject: "rate:weETH", count: values.length });
        expect(read).toEqual({ ok: true, words: values });
      }),
    );
  });

  it("never takes fewer bytes than expected for a number", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 63 }), (bytes) => {
        const data = `0x${Buffer.from(bytes).toString("hex")}` as const;
        const read = readWords(ok(data), { subject: "rate:weETH", count: 2 });
        const code = bytes.length === 0 ? "empty" : "short-data";
        expect(read).toMatchObject({ ok: false, missing: { subject: "rate:weETH", code, retry: false } });
      }),
    );
  });

  it("allows more words than expected: an upgraded contract may return more", () => {
    expect(readWords(ok(words(1n, 2n, 3n)), { subject: "safe", count: 1 })).toEqual({
      ok: true,
      words: [1n],
    });
  });

  it("passes a fault on under the reader's own subject", () => {
    const missing = { subject: "other", code: "rpc", retry: true, detail: "down" } as const;
    const read = readWords({ ok: false, missing, reverted: null }, { subject: "gas", count: 1 });
    expect(read).toEqual({ ok: false, missing: { ...missing, subject: "gas" } });
  });
});
