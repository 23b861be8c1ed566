import fc from "fast-check";
import { domainSeparator, hashStruct, hashTypedData } from "viem";
import { describe, expect, it } from "vitest";
import { bundleTypedData } from "../bundle/bundleTypedData.ts";
import type { Address, Hash32 } from "../chain/types.ts";
import { policyApprovalTypedData } from "../policy/policyApprovalTypedData.ts";
import { blockNumber } from "../units/quantities.ts";
import { unixSeconds } from "../units/times.ts";
import { UnitError } from "../units/unitError.ts";
import type { TypedData } from "./typedData.ts";
import { domainHash, messageHash, typedDataDigest } from "./typedDataDigest.ts";

const toHex = (bytes: Uint8Array) => `0x${[...bytes].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(toHex);
const addresses = bytes(20) as fc.Arbitrary<Address>;
const hashes = bytes(32) as fc.Arbitrary<Hash32>;
const uints = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });
const accounts = fc.record({ rail: fc.constant("safe" as const), chainId: uints, address: addresses });

const approvals = fc
  .record({
    account: accounts,
    policyHash: hashes,
    version: uints,
    previousHash: hashes,
    notBefore: fc.bigInt({ min: 0n, max: 99_999_999_999n }).map(unixSeconds),
  })
  .map(policyApprovalTypedData);
const bundles = fc
  .record({
    account: accounts,
    bundleHash: hashes,
    decisionId: hashes,
    safeTxHash: hashes,
    block: uints.map(blockNumber),
  })
  .map(bundleTypedData);

describe("typedDataDigest", () => {
  it("hashes policy approvals as viem does", () => {
    fc.assert(
      fc.property(approvals, (typed) => {
        expect(typedDataDigest(typed)).toBe(hashTypedData(typed));
      }),
    );
  });

  it("hashes bundles as viem does", () => {
    fc.assert(
      fc.property(bundles, (typed) => {
        expect(typedDataDigest(typed)).toBe(hashTypedData(typed));
      }),
    );
  });

  it("gives the two halves that a hardware wallet shows", () => {
    fc.assert(
      fc.property(approvals, (typed) => {
        const { types, primaryType, message, domain } = typed;
        expect(messageHash(typed)).toBe(hashStruct({ data: message, primaryType, types }));
        expect(domainHash(domain)).toBe(domainSeparator({ domain }));
      }),
    );
  });

  it("changes with every field, the chain and the account", () => {
    const account = { rail: "safe", chainId: 1n, address: `0x${"11".repeat(20)}` } as const;
    const hash = (digit: string) => `0x${digit.repeat(64)}` as Hash32;
    const base = {
      account,
      policyHash: hash("a"),
      version: 1n,
      previousHash: hash("0"),
      notBefore: unixSeconds(5n),
    };
    const variants = [
      base,
      { ...base, account: { ...account, chainId: 2n } },
      { ...base, account: { ...account, address: `0x${"12".repeat(20)}` as const } },
      { ...base, policyHash: hash("b") },
      { ...base, version: 2n },
      { ...base, previousHash: hash("c") },
      { ...base, notBefore: unixSeconds(6n) },
    ];
    const digests = variants.map((message) => typedDataDigest(policyApprovalTypedData(message)));
    expect(new Set(digests).size).toBe(variants.length);
  });

  const good: TypedData = {
    domain: {
      name: "Ballast",
      version: "1",
      chainId: 1n,
      verifyingContract: `0x${"11".repeat(20)}` as Address,
    },
    types: {
      Note: [
        { name: "id", type: "bytes32" },
        { name: "count", type: "uint256" },
        { name: "by", type: "address" },
      ],
    },
    primaryType: "Note",
    message: { id: `0x${"22".repeat(32)}`, count: 1n, by: `0x${"33".repeat(20)}` },
  };
  it.each([
    ["a missing field", { ...good, message: { ...good.message, id: undefined as unknown as string } }],
    ["a short hash", { ...good, message: { ...good.message, id: "0x22" } }],
    ["a hash for an address", { ...good, message: { ...good.message, by: `0x${"33".repeat(32)}` } }],
    ["text for a hash", { ...good, message: { ...good.message, id: "hello" } }],
    ["a negative integer", { ...good, message: { ...good.message, count: -1n } }],
    ["an integer beyond 256 bits", { ...good, message: { ...good.message, count: 2n ** 256n } }],
    ["an integer as text", { ...good, message: { ...good.message, count: "0x01" } }],
    ["an integer for a hash", { ...good, message: { ...good.message, id: 1n } }],
    ["an unknown message", { ...good, primaryType: "Other" }],
  ])("refuses %s", (_name, typed) => {
    expect(() => typedDataDigest(typed)).toThrow(UnitError);
  });
});
