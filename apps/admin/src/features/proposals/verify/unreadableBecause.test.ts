import { describe, expect, test } from "vitest";
import type { RawTransaction } from "./rawTransaction.ts";
import { unreadableBecause } from "./unreadableBecause.ts";
import type { Verification } from "./verification.ts";
import { verifyTransaction } from "./verifyTransaction.ts";

const SAFE = `0x${"c".repeat(40)}` as const;

const raw: RawTransaction = {
  chainId: "31337",
  account: SAFE,
  to: SAFE,
  value: "0",
  data: "0x",
  operation: "0",
  safeTxGas: "0",
  baseGas: "0",
  gasPrice: "0",
  gasToken: `0x${"0".repeat(40)}`,
  refundReceiver: `0x${"0".repeat(40)}`,
  nonce: "7",
};

const because = (change: Partial<RawTransaction>, bundle: string | null = null) =>
  unreadableBecause(verifyTransaction({ ...raw, ...change }, bundle));

describe("what keeps a transaction from being signed here", () => {
  test("nothing, for an empty transaction to the Safe itself: it only uses up the nonce", () => {
    expect(because({})).toBeNull();
  });

  test.each([
    ["an empty transaction to somebody else is no rejection", { to: `0x${"d".repeat(40)}` as const }],
    ["one that sends ether is no rejection", { value: "1" }],
    ["one that delegates is no rejection", { operation: "1" }],
    [
      "calldata that is no batch can't be read",
      { to: `0x${"9".repeat(40)}` as const, data: "0xdeadbeef" as const },
    ],
  ])("%s", (_name, change) => {
    expect(because(change)).toMatch(/can't be read/);
  });

  test("a bundle that does not check out is told in its own words", () => {
    expect(because({}, "{}")).toMatch(/^Refused: /);
  });

  test("a transaction that is still being read, or could not be", () => {
    expect(unreadableBecause({ kind: "checking" })).toMatch(/still/);
    expect(unreadableBecause({ kind: "failed", because: "no bundle came" })).toBe("no bundle came");
  });

  test("one call of many that can't be read is named by its number", () => {
    const hashes = { domainHash: "0x", messageHash: "0x", safeTxHash: "0x" } as const;
    const known = { kind: "approve" };
    const calls = [known, { kind: "unknown" }, known].map((meaning) => ({ meaning }));
    const read = {
      kind: "done",
      hashes,
      bundle: null,
      calls: { kind: "batch", calls },
    } as unknown as Verification;
    expect(unreadableBecause(read)).toMatch(/^Call 2 /);
  });
});
