import type { Address, Hex, SafeState } from "@ballast/core";
import { encodeAbiParameters, pad } from "viem";
import { describe, expect, it } from "vitest";
import { decodeSafeState } from "./decodeSafeState.ts";
import { safeStateCalls } from "./safeStateCalls.ts";
import { safeAnswers } from "./testing/safeAnswers.ts";
import { ACCOUNT, SAFE_STATE } from "./testing/sampleBatch.ts";

const A: Address = "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const B: Address = "0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

const replaced = (index: number, data: Hex): readonly Hex[] =>
  safeAnswers(SAFE_STATE).map((answer, place) => (place === index ? data : answer));

describe("decodeSafeState", () => {
  it("has an answer for each of the calls", () => {
    expect(safeAnswers(SAFE_STATE)).toHaveLength(safeStateCalls(ACCOUNT.address).length);
  });

  it.each<[string, Partial<SafeState>]>([
    ["the sample", {}],
    [
      "modules, a guard and no handler",
      { modules: [A, B], guard: A, fallbackHandler: `0x${"00".repeat(20)}` as const },
    ],
    ["a large nonce", { nonce: 2n ** 200n }],
  ])("reads a Safe with %s", (_, change) => {
    const safe = { ...SAFE_STATE, ...change };
    expect(decodeSafeState(safeAnswers(safe))).toMatchObject({ ok: true, safe });
  });

  it("tells the module guard of Safe 1.5.0 beside the state", () => {
    expect(decodeSafeState(safeAnswers(SAFE_STATE, { moduleGuard: A }))).toMatchObject({ moduleGuard: A });
  });

  it("sorts owners and modules and writes addresses in lower case", () => {
    const reading = decodeSafeState(safeAnswers({ ...SAFE_STATE, owners: [B, A], modules: [B, A] }));
    expect(reading).toMatchObject({ ok: true, safe: { owners: [A, B], modules: [A, B] } });
  });

  it.each<[string, readonly Hex[], string]>([
    ["no contract there", replaced(0, "0x"), "empty"],
    ["a short answer", replaced(1, "0x01"), "short-data"],
    ["an answer of another kind", replaced(0, pad("0x20", { size: 64 })), "unexpected"],
    [
      "a storage word that is no address",
      replaced(5, encodeAbiParameters([{ type: "bytes" }], [`0x${"ff".repeat(32)}`])),
      "unexpected",
    ],
    ["an empty storage answer", replaced(5, encodeAbiParameters([{ type: "bytes" }], ["0x"])), "unexpected"],
    ["more modules than one page", safeAnswers({ ...SAFE_STATE, modules: [A] }, { next: B }), "unexpected"],
    ["an answer too few", safeAnswers(SAFE_STATE).slice(0, -1), "empty"],
  ])("says what is missing for %s", (_, data, code) => {
    expect(decodeSafeState(data)).toMatchObject({
      ok: false,
      missing: { subject: "safe", code, retry: false },
    });
  });
});
