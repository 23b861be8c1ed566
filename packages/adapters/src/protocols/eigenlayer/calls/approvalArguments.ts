import type { Hash32, Hex, UnixSeconds } from "@ballast/core";
import { zeroHash } from "viem";
import { refuse } from "./refuse.ts";

/** What an operator's approver signed for this account. */
export type Approval = { readonly signature: Hex; readonly expiry: UnixSeconds; readonly salt: Hash32 };

/** The arguments of an approval; without an approver nothing is checked and no salt is spent: all of it empty. */
export function approvalArguments(approval: Approval | null) {
  if (approval === null) return { signed: { signature: "0x", expiry: 0n }, salt: zeroHash } as const;
  const { signature, expiry, salt } = approval;
  if (signature === "0x")
    throw refuse({
      field: "approval.signature",
      value: "0x",
      limit: "the approver's signature, or no approval",
    });
  return { signed: { signature, expiry: BigInt(expiry) }, salt } as const;
}
