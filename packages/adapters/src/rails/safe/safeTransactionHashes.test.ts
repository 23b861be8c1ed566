import type { AccountRef, Address, SafeTransaction } from "@ballast/core";
import { encodeFunctionData, parseAbi, zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { safeTransactionHashes } from "./safeTransactionHashes.ts";

const SAFE: Address = "0x111ceeee040739fd91d29c34c33e6b3e112f2177";
const ACCOUNT: AccountRef = { rail: "safe", chainId: 42161n, address: SAFE };

/** The worked example of the safe-tx-hashes-util README (pcaversaccio/safe-tx-hashes-util). */
const PUBLISHED: SafeTransaction = {
  to: SAFE,
  value: 0n,
  data: encodeFunctionData({
    abi: parseAbi(["function addOwnerWithThreshold(address owner, uint256 threshold)"]),
    args: ["0x0c75Fa5a5F1C0997e3eEA425cFA13184ed0eC9e5", 3n],
  }),
  operation: 0n,
  safeTxGas: 0n,
  baseGas: 0n,
  gasPrice: 0n,
  gasToken: zeroAddress,
  refundReceiver: zeroAddress,
  nonce: 234n,
};

describe("safeTransactionHashes", () => {
  it("gives the three hashes of a published transaction", () => {
    expect(safeTransactionHashes(PUBLISHED, ACCOUNT)).toEqual({
      domainHash: "0x1cf7f9b1efe3bc47fe02fd27c649fea19e79d66040683a1c86c7490c80bf7291",
      messageHash: "0xd9109ea63c50ecd3b80b6b27ed5c5a9fd3d546c2169dfb69bfa7ba24cd14c7a5",
      safeTxHash: "0x0cb7250b8becd7069223c54e2839feaed4cee156363fbfe5dd0a48e75c4e25b3",
    });
  });

  const other: Address = "0x00000000000000000000000000000000000000aa";
  it.each<[string, Partial<SafeTransaction>]>([
    ["target", { to: other }],
    ["value", { value: 1n }],
    ["data", { data: "0x00" }],
    ["operation", { operation: 1n }],
    ["safeTxGas", { safeTxGas: 1n }],
    ["baseGas", { baseGas: 1n }],
    ["gasPrice", { gasPrice: 1n }],
    ["gasToken", { gasToken: other }],
    ["refundReceiver", { refundReceiver: other }],
    ["nonce", { nonce: 235n }],
  ])("another %s gives another message hash under the same domain", (_, change) => {
    const before = safeTransactionHashes(PUBLISHED, ACCOUNT);
    const after = safeTransactionHashes({ ...PUBLISHED, ...change }, ACCOUNT);
    expect(after.domainHash).toBe(before.domainHash);
    expect(after.messageHash).not.toBe(before.messageHash);
    expect(after.safeTxHash).not.toBe(before.safeTxHash);
  });

  it.each<[string, Partial<AccountRef>]>([
    ["chain", { chainId: 1n }],
    ["Safe", { address: other }],
  ])("another %s gives another domain hash for the same message", (_, change) => {
    const before = safeTransactionHashes(PUBLISHED, ACCOUNT);
    const after = safeTransactionHashes(PUBLISHED, { ...ACCOUNT, ...change });
    expect(after.messageHash).toBe(before.messageHash);
    expect(after.domainHash).not.toBe(before.domainHash);
    expect(after.safeTxHash).not.toBe(before.safeTxHash);
  });
});
