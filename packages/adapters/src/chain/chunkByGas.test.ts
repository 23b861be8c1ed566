import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkByGas, gasOf } from "./chunkByGas.ts";
import type { PinnedCall } from "./pinnedReader.ts";

const TOKEN = `0x${"11".repeat(20)}` as const;

const callOf = (gas?: bigint): PinnedCall => ({
  subject: "safe",
  to: TOKEN,
  data: "0x",
  ...(gas === undefined ? {} : { gas }),
});
const calls = fc.array(fc.option(fc.bigInt(1n, 2000n), { nil: undefined }).map(callOf), { maxLength: 60 });
const sum = (chunk: readonly PinnedCall[]) => chunk.reduce((total, call) => total + gasOf(call), 0n);

describe("chunkByGas", () => {
  it("keeps what fits together", () => {
    expect(chunkByGas([callOf(5n), callOf(5n), callOf(1n)], 10n).map((chunk) => chunk.length)).toEqual([
      2, 1,
    ]);
  });

  it("makes nothing of nothing", () => {
    expect(chunkByGas([], 10n)).toEqual([]);
  });

  it("assumes the usual gas where a call gives none", () => {
    expect(gasOf(callOf())).toBe(60_000n);
  });

  it("loses no call, keeps their order, and exceeds the limit only with a call that stands alone", () => {
    fc.assert(
      fc.property(calls, fc.bigInt(1n, 100_000n), (all, most) => {
        const chunks = chunkByGas(all, most);
        expect(chunks.flat()).toEqual(all);
        for (const chunk of chunks) expect(chunk.length === 1 || sum(chunk) <= most).toBe(true);
      }),
    );
  });

  it("opens a new chunk only when the next call did not fit", () => {
    fc.assert(
      fc.property(calls, fc.bigInt(1n, 200_000n), (all, most) => {
        const chunks = chunkByGas(all, most);
        for (const [index, chunk] of chunks.slice(1).entries()) {
          const [next] = chunk;
          const before = chunks[index] ?? [];
          expect(next !== undefined && sum(before) + gasOf(next) > most).toBe(true);
        }
      }),
    );
  });
});
