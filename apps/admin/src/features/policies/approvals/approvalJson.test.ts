import { policyApprovalTypedData, typedDataDigest, unixSeconds } from "@ballast/core";
import { hashTypedData } from "viem";
import { describe, expect, test } from "vitest";
import { approvalJson } from "./approvalJson.ts";

const id = `0x${"ab".repeat(32)}` as const;
const previousHash = `0x${"00".repeat(32)}` as const;
const account = `0x${"c".repeat(40)}` as const;

describe("what an owner's wallet is asked for an approval", () => {
  test("hashes to what the keeper will check", () => {
    const json = JSON.parse(
      approvalJson({ id, version: "3", previousHash, account, notBefore: "1700000000", chainId: 31337 }),
    );
    const { EIP712Domain: _, ...types } = json.types;
    const digest = typedDataDigest(
      policyApprovalTypedData({
        account: { rail: "safe", chainId: 31337n, address: account },
        policyHash: id,
        version: 3n,
        previousHash,
        notBefore: unixSeconds(1_700_000_000n),
      }),
    );
    expect(hashTypedData({ ...json, types })).toBe(digest);
  });
});
