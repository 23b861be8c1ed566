import type { BlockNumber, Missing, UnixSeconds } from "@ballast/core";
import { describe, expect, it } from "vitest";
import type { PinnedCall, PinnedReader, PinnedResult } from "../../chain/pinnedReader.ts";
import { readSafeState } from "./readSafeState.ts";
import { safeAnswers } from "./testing/safeAnswers.ts";
import { ACCOUNT, SAFE_STATE } from "./testing/sampleBatch.ts";

const FAULT: Missing = { subject: "other", code: "rpc", retry: true, detail: "Source rpc-1: no connection" };

/** A reader that gives these results and counts how often it is asked. */
function readerOf(results: readonly PinnedResult[]) {
  const asked: (readonly PinnedCall[])[] = [];
  const reader: PinnedReader = {
    block: { chainId: 31337n, number: 1n as BlockNumber, hash: "0x01", timestamp: 1n as UnixSeconds },
    async read(calls) {
      asked.push(calls);
      return results;
    },
    ask: async () => [],
  };
  return { reader, asked };
}

const answers = safeAnswers(SAFE_STATE).map((data): PinnedResult => ({ ok: true, data }));

describe("readSafeState", () => {
  it("asks for everything at once, so that it joins the sweep's aggregate", async () => {
    const { reader, asked } = readerOf(answers);
    expect(await readSafeState(reader, ACCOUNT.address)).toMatchObject({ ok: true, safe: SAFE_STATE });
    expect(asked).toHaveLength(1);
  });

  it("passes a fault on under its own subject, with whether to try again", async () => {
    const failed: PinnedResult = { ok: false, missing: FAULT, reverted: null };
    const { reader } = readerOf([...answers.slice(0, 3), failed, ...answers.slice(4)]);
    expect(await readSafeState(reader, ACCOUNT.address)).toEqual({
      ok: false,
      missing: { ...FAULT, subject: "safe" },
    });
  });
});
