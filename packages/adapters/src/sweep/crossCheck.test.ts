import { sourceId } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PinnedReader, PinnedResult } from "../chain/pinnedReader.ts";
import { ACCOUNT, BLOCK } from "../testing/fakeReader.ts";
import { words } from "../testing/word.ts";
import { crossCheck } from "./crossCheck.ts";

const SUBJECTS = ["position:lido:wstETH", "safe", "safe"];
const CALLS = SUBJECTS.map((subject, index) => ({
  account: ACCOUNT,
  call: { subject, to: ACCOUNT.address, data: `0x0${index}` as const },
}));
const missing = { subject: "x", code: "rpc", retry: true, detail: "Source rpc-2: no connection" } as const;
const unread: PinnedResult = { ok: false, reverted: null, missing };
const reverted: PinnedResult = {
  ok: false,
  reverted: "0x",
  missing: { subject: "x", code: "revert", retry: false, detail: "reverted without a reason" },
};
const says = (value: bigint): PinnedResult => ({ ok: true, data: words(value) });

function readerOf(name: string, results: readonly PinnedResult[]) {
  const reader: PinnedReader = { block: BLOCK, read: async () => results, ask: async () => [] };
  return { source: sourceId(name), reader };
}

const check = (...sources: readonly (readonly PinnedResult[])[]) =>
  crossCheck(
    sources.map((results, index) => readerOf(`rpc-${index + 1}`, results)),
    CALLS,
  );

describe("crossCheck", () => {
  it("finds nothing where all sources give the same bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.bigInt(0n, 2n ** 256n - 1n), { minLength: 3, maxLength: 3 }),
        async (values) => {
          const results = values.map(says);
          expect(await check(results, results, results)).toEqual({ disputes: [], silent: [] });
        },
      ),
    );
  });

  it("disputes a zero balance that the second source denies, with both values", async () => {
    const { disputes, silent } = await check(
      [says(0n), says(1n), says(1n)],
      [says(520n), says(1n), says(1n)],
    );
    const values = [
      { source: "rpc-1", value: "0" },
      { source: "rpc-2", value: "520" },
    ];
    const subject = "position:lido:wstETH";
    expect(disputes).toEqual([
      {
        account: ACCOUNT,
        dispute: { subject, values },
        missing: { subject, code: "disputed", retry: true, detail: "rpc-1 says 0, rpc-2 says 520" },
      },
    ]);
    expect(silent).toEqual([]);
  });

  it("disputes a Safe once, however many of its readings differ", async () => {
    const { disputes } = await check([says(1n), says(1n), says(1n)], [says(1n), says(2n), says(3n)]);
    expect(disputes.map(({ dispute }) => dispute.subject)).toEqual(["safe"]);
    expect(disputes[0]?.dispute.values[1]?.value).toBe("2");
  });

  it("takes a revert for an answer: the chain said so", async () => {
    const { disputes } = await check([says(5n), says(1n), says(1n)], [reverted, says(1n), says(1n)]);
    expect(disputes[0]?.dispute.values[1]?.value).toBe("reverted without a reason");
    const all = [reverted, says(1n), says(1n)];
    expect((await check(all, all)).disputes).toEqual([]);
  });

  it("does not take a source that fails to answer for one that agrees", async () => {
    const { disputes, silent } = await check([says(1n), says(1n), says(1n)], [says(1n), unread, says(1n)]);
    expect(disputes).toEqual([]);
    expect(silent).toMatchObject([{ source: "rpc-2" }]);
    expect(silent[0]?.detail).toContain("no connection");
  });

  it("hears the others when one of three fails", async () => {
    const { disputes, silent } = await check(
      [says(1n), says(1n), says(1n)],
      [unread, unread, unread],
      [says(2n), says(1n), says(1n)],
    );
    expect(disputes[0]?.dispute.values.map(({ source }) => source)).toEqual(["rpc-1", "rpc-3"]);
    expect(silent.map(({ source }) => source)).toEqual(["rpc-2"]);
  });

  it("does not call the primary silent: what it failed to read is missing anyway", async () => {
    const fine = [says(1n), says(1n), says(1n)];
    expect(await check([unread, unread, unread], fine)).toEqual({ disputes: [], silent: [] });
  });

  it("has nothing to compare with one source", async () => {
    expect(await check([says(1n), says(1n), says(1n)])).toEqual({ disputes: [], silent: [] });
  });
});
