import { recoverAddress } from "viem";
import { describe, expect, it } from "vitest";
import { delegationApprovalDigest } from "./delegationApprovalDigest.ts";

const domain = {
  chainId: 31337,
  delegationManager: "0xcf7ed3acca5a467e9e704c703e8d87f634fb0fc9",
  version: "1.12.0",
} as const;
const approval = {
  delegationApprover: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
  staker: "0x1CBd3b2770909D4e10f157cABC84C7264073C9Ec",
  operator: "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
  salt: "0x5fe7f977e71dba2ea1a68e21057beebb9be2ac30c6410aa38d4f3fbe41dcffd2",
  expiry: 1_795_434_248n,
} as const;
const signature =
  "0xd006d77dbde522b3848a25f966e22c516e7683b63a4f25ee9f573d4a70107fe94c99c07e7f0f91fcc688c238997f2afa6fd7d242c5945a013eb14fe7490affe11b";

describe("the digest of a delegation approval", () => {
  it("is the one that the real contract gave", () => {
    expect(delegationApprovalDigest(domain, approval)).toBe(
      "0xf84c5a5cac19b8c047a14b51db96500949fbd2858b244e52b501872070790b20",
    );
  });

  it("is what the approver signed for the real contract", async () => {
    const hash = delegationApprovalDigest(domain, approval);
    expect(await recoverAddress({ hash, signature })).toBe(approval.delegationApprover);
  });

  it.each([
    ["approver", { delegationApprover: approval.staker }],
    ["staker", { staker: approval.operator }],
    ["operator", { operator: approval.staker }],
    ["salt", { salt: `0x${"00".repeat(32)}` as const }],
    ["expiry", { expiry: approval.expiry + 1n }],
  ])("hangs on the %s", (_what, change) => {
    expect(delegationApprovalDigest(domain, { ...approval, ...change })).not.toBe(
      delegationApprovalDigest(domain, approval),
    );
  });
});
