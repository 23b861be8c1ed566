import { recoverAddress, recoverTypedDataAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { ZERO_HASH } from "../chain/hex.ts";
import type { Address, Hash32 } from "../chain/types.ts";
import { typedDataDigest } from "../signing/typedDataDigest.ts";
import { unixSeconds } from "../units/times.ts";
import { policyApprovalTypedData } from "./policyApprovalTypedData.ts";
import { approvalMessage } from "./versions/approvalMessage.ts";

const owner = privateKeyToAccount(`0x${"01".repeat(32)}`);
const account = { rail: "safe", chainId: 31337n, address: `0x${"5a".repeat(20)}` as Address } as const;
const row = { policyId: `0x${"ab".repeat(32)}` as Hash32, version: 1n, previousHash: ZERO_HASH };
const notBefore = unixSeconds(1_790_000_000n);
const signedFor = policyApprovalTypedData(approvalMessage(row, { account, notBefore }));

describe("an owner's approval", () => {
  it("is what a wallet signs, and recovers to the owner by viem and by our own digest", async () => {
    const signature = await owner.signTypedData(signedFor);
    expect(await recoverTypedDataAddress({ ...signedFor, signature })).toBe(owner.address);
    expect(await recoverAddress({ hash: typedDataDigest(signedFor), signature })).toBe(owner.address);
  });

  const moved = [
    ["another version", approvalMessage({ ...row, version: 2n }, { account, notBefore })],
    [
      "another content",
      approvalMessage({ ...row, policyId: `0x${"ac".repeat(32)}` as Hash32 }, { account, notBefore }),
    ],
    ["another predecessor", approvalMessage({ ...row, previousHash: row.policyId }, { account, notBefore })],
    ["another not-before", approvalMessage(row, { account, notBefore: unixSeconds(notBefore - 1n) })],
    ["another chain", approvalMessage(row, { account: { ...account, chainId: 1n }, notBefore })],
    [
      "another account",
      approvalMessage(row, {
        account: { ...account, address: `0x${"5b".repeat(20)}` as Address },
        notBefore,
      }),
    ],
  ] as const;
  it.each(moved)("is nobody's for %s", async (_name, message) => {
    const signature = await owner.signTypedData(signedFor);
    const hash = typedDataDigest(policyApprovalTypedData(message));
    expect(await recoverAddress({ hash, signature })).not.toBe(owner.address);
  });
});
