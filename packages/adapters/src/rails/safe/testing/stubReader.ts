import type { BlockNumber, Hex, UnixSeconds } from "@ballast/core";
import type { PinnedCall, PinnedReader, PinnedResult } from "../../../chain/pinnedReader.ts";

export const yields = (data: Hex): PinnedResult => ({ ok: true, data });
export const reverts = (data: Hex = "0x"): PinnedResult => ({
  ok: false,
  reverted: data,
  missing: { subject: "stub", code: "revert", retry: false, detail: "reverted" },
});
export const silent: PinnedResult = {
  ok: false,
  reverted: null,
  missing: { subject: "stub", code: "rpc", retry: true, detail: "Source stub: no connection" },
};

/** A reader that answers each call as told and keeps what it was asked, one list per turn. */
export function stubReader(answer: (call: PinnedCall) => PinnedResult) {
  const asked: (readonly PinnedCall[])[] = [];
  const reader: PinnedReader = {
    block: {
      chainId: 31337n,
      number: 100n as BlockNumber,
      hash: `0x${"ab".repeat(32)}` as const,
      timestamp: 1_800_000_000n as UnixSeconds,
    },
    async read(calls) {
      asked.push(calls);
      return calls.map(answer);
    },
    ask: async () => [],
  };
  return { reader, asked };
}
