import { safeTransactionHashes } from "@ballast/verify";
import { decodeFunctionData, hashTypedData, parseAbi } from "viem";
import { describe, expect, test } from "vitest";
import type { RawTransaction } from "../features/proposals/verify/rawTransaction.ts";
import {
  execTransactionData,
  getTransactionHashData,
  safeTypedData,
  safeTypedDataHash,
} from "./safeCalls.ts";

const raw: RawTransaction = {
  chainId: "31337",
  account: `0x${"c".repeat(40)}`,
  to: "0x9641d764fc13c8b624c04430c7356c1c7c8102e2",
  value: "0",
  data: "0x8d80ff0a",
  operation: "1",
  safeTxGas: "0",
  baseGas: "0",
  gasPrice: "0",
  gasToken: `0x${"0".repeat(40)}`,
  refundReceiver: `0x${"0".repeat(40)}`,
  nonce: "7",
};

const abi = parseAbi([
  "function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures)",
]);

const byVerify = (change: Partial<RawTransaction> = {}) => {
  const { chainId, account, ...rest } = { ...raw, ...change };
  const transaction = {
    ...rest,
    value: BigInt(rest.value),
    operation: BigInt(rest.operation),
    safeTxGas: BigInt(rest.safeTxGas),
    baseGas: BigInt(rest.baseGas),
    gasPrice: BigInt(rest.gasPrice),
    nonce: BigInt(rest.nonce),
  };
  return safeTransactionHashes({ account: { chainId: BigInt(chainId), address: account }, transaction })
    .safeTxHash;
};

const bytes = (digit: string) => `0x${digit.repeat(130)}`;

describe("what the wallet is asked", () => {
  test("to sign hashes to what separate code computes", () => {
    expect(safeTypedDataHash(raw)).toBe(byVerify());
    const { types, ...typed } = JSON.parse(safeTypedData(raw));
    const { EIP712Domain: _, ...named } = types;
    expect(hashTypedData({ ...typed, types: named })).toBe(byVerify());
  });

  test.each([
    ["nonce", "8"],
    ["value", "1"],
    ["data", "0x8d80ff0b"],
    ["operation", "0"],
    ["chainId", "1"],
  ] as const)("another %s is another hash, by both", (field, value) => {
    const changed = { ...raw, [field]: value } as RawTransaction;
    expect(safeTypedDataHash(changed)).toBe(byVerify(changed));
    expect(safeTypedDataHash(changed)).not.toBe(byVerify());
  });

  test("for the Safe's own hash names the nonce", () => {
    expect(getTransactionHashData(raw).slice(0, 10)).toBe("0xd8d11f78");
    expect(getTransactionHashData(raw)).not.toBe(getTransactionHashData({ ...raw, nonce: "8" }));
  });

  test("to execute carries the signatures by ascending owner, as many as are needed", () => {
    const signatures = [
      { owner: "0xC0", signature: bytes("3") },
      { owner: "0xa0", signature: bytes("1") },
      { owner: "0xB0", signature: bytes("2") },
    ];
    const { args } = decodeFunctionData({
      abi,
      data: execTransactionData(raw, { signatures, threshold: 2 }),
    });
    expect(args[9]).toBe(`0x${"1".repeat(130)}${"2".repeat(130)}`);
    expect(args[3]).toBe(1);
  });
});
