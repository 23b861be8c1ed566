import { zeroHash } from "viem";

/** The signature, its expiry and the salt where an operator has no approver. */
export const NO_APPROVAL = [{ signature: "0x", expiry: 0n }, zeroHash] as const;
