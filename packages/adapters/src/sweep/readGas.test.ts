import { describe, expect, it } from "vitest";
import type { PinnedReader } from "../chain/pinnedReader.ts";
import type { RpcReply } from "../chain/rpc.ts";
import { devnetView } from "../testing/devnetView.ts";
import { BLOCK, readerOf } from "../testing/fakeReader.ts";
import { readGas } from "./readGas.ts";

const replying = (...replies: readonly RpcReply[]): PinnedReader => ({
  block: BLOCK,
  read: async () => [],
  ask: async () => replies,
});

describe("readGas", () => {
  it("takes the base fee of the header and the tip that the node suggests", async () => {
    expect(await readGas(readerOf(devnetView()), 7n)).toEqual({
      ok: true,
      gas: { baseFee: 7n, priorityFee: 1_000_000_000n, source: { kind: "header", field: "baseFeePerGas" } },
    });
  });

  it("takes a tip of 0", async () => {
    expect(await readGas(replying({ ok: true, result: "0x0" }), 7n)).toMatchObject({
      gas: { priorityFee: 0n },
    });
  });

  it.each([
    ["nothing", [{ ok: true, result: "0x" }], "unexpected"],
    ["a number", [{ ok: true, result: 1 }], "unexpected"],
    ["null", [{ ok: true, result: null }], "unexpected"],
    ["no reply", [], "rpc"],
  ] as const)("does not take %s for a tip", async (_name, replies, code) => {
    expect(await readGas(replying(...replies), 7n)).toMatchObject({
      ok: false,
      missing: { subject: "gas", code },
    });
  });
});
