import fc from "fast-check";
import { domainSeparator, encodeFunctionData, hashStruct, hashTypedData, parseAbi } from "viem";
import { describe, expect, test } from "vitest";
import { hexOf, word } from "../../test/hexOf.ts";
import { BytesError } from "../errors/BytesError.ts";
import { safeTransactionHashes } from "./safeTransactionHashes.ts";
import type { SafeTransaction } from "./types.ts";

const ZERO = `0x${"0".repeat(40)}` as const;
const SAFE = "0x111CEEee040739fD91D29C34C33E6B3E112F2177";
const OWNERS = parseAbi(["function addOwnerWithThreshold(address owner, uint256 threshold)"]);

const published: SafeTransaction = {
  to: SAFE,
  value: 0n,
  data: encodeFunctionData({
    abi: OWNERS,
    functionName: "addOwnerWithThreshold",
    args: ["0x0c75Fa5a5F1C0997e3eEA425cFA13184ed0eC9e5", 3n],
  }),
  operation: 0n,
  safeTxGas: 0n,
  baseGas: 0n,
  gasPrice: 0n,
  gasToken: ZERO,
  refundReceiver: ZERO,
  nonce: 234n,
};

/** The example of pcaversaccio/safe-tx-hashes-util, README. */
test("the published example gives the published hashes", () => {
  expect(
    safeTransactionHashes({ account: { chainId: 42161n, address: SAFE }, transaction: published }),
  ).toEqual({
    domainHash: "0x1cf7f9b1efe3bc47fe02fd27c649fea19e79d66040683a1c86c7490c80bf7291",
    messageHash: "0xd9109ea63c50ecd3b80b6b27ed5c5a9fd3d546c2169dfb69bfa7ba24cd14c7a5",
    safeTxHash: "0x0cb7250b8becd7069223c54e2839feaed4cee156363fbfe5dd0a48e75c4e25b3",
  });
});

const TYPES = {
  SafeTx:
    "to:address value:uint256 data:bytes operation:uint8 safeTxGas:uint256 baseGas:uint256 gasPrice:uint256 gasToken:address refundReceiver:address nonce:uint256"
      .split(" ")
      .map((field) => ({ name: field.split(":")[0] ?? "", type: field.split(":")[1] ?? "" })),
};

const transactions: fc.Arbitrary<SafeTransaction> = fc.record({
  to: hexOf(20),
  value: word,
  data: fc.integer({ min: 0, max: 300 }).chain(hexOf),
  operation: fc.constantFrom(0n, 1n),
  safeTxGas: word,
  baseGas: word,
  gasPrice: word,
  gasToken: hexOf(20),
  refundReceiver: hexOf(20),
  nonce: word,
});

test("any transaction hashes as viem hashes its typed data", () => {
  fc.assert(
    fc.property(
      transactions,
      hexOf(20),
      fc.integer({ min: 1, max: 2 ** 32 }),
      (transaction, address, chainId) => {
        const domain = { chainId, verifyingContract: address };
        const message = { ...transaction, operation: Number(transaction.operation) };
        expect(
          safeTransactionHashes({ account: { chainId: BigInt(chainId), address }, transaction }),
        ).toEqual({
          domainHash: domainSeparator({ domain }),
          messageHash: hashStruct({ data: message, primaryType: "SafeTx", types: TYPES }),
          safeTxHash: hashTypedData({ domain, types: TYPES, primaryType: "SafeTx", message }),
        });
      },
    ),
  );
});

const hashOf = (
  changes: Partial<SafeTransaction>,
  account = { chainId: 1n, address: ZERO as `0x${string}` },
) => safeTransactionHashes({ account, transaction: { ...published, ...changes } }).safeTxHash;

describe("every field counts:", () => {
  test.each<[keyof SafeTransaction, Partial<SafeTransaction>]>([
    ["to", { to: ZERO }],
    ["value", { value: 1n }],
    ["data", { data: "0x" }],
    ["operation", { operation: 1n }],
    ["safeTxGas", { safeTxGas: 1n }],
    ["baseGas", { baseGas: 1n }],
    ["gasPrice", { gasPrice: 1n }],
    ["gasToken", { gasToken: SAFE }],
    ["refundReceiver", { refundReceiver: SAFE }],
    ["nonce", { nonce: 235n }],
  ])("%s", (_, changes) => {
    expect(hashOf(changes)).not.toBe(hashOf({}));
  });

  test("the chain and the Safe", () => {
    expect(hashOf({}, { chainId: 2n, address: ZERO })).not.toBe(hashOf({}));
    expect(hashOf({}, { chainId: 1n, address: SAFE })).not.toBe(hashOf({}));
  });
});

test.each<[string, Partial<SafeTransaction>]>([
  ["transaction.to", { to: "0x12" }],
  ["transaction.data", { data: "0x1" }],
  ["transaction.nonce", { nonce: -1n }],
  ["transaction.gasToken", { gasToken: "0x" }],
])("%s is named when it is wrong", (field, changes) => {
  expect(() => hashOf(changes)).toThrow(BytesError);
  expect(() => hashOf(changes)).toThrow(expect.objectContaining({ field }));
});
