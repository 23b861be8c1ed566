import type { Address, Hex } from "@ballast/core";

/**
 * One owner's consent to a transaction hash, in one of the forms that a Safe accepts
 * (safe-smart-account docs/signatures.md).
 */
export type SafeSignature =
  /** 65 bytes r ‖ s ‖ v; v 27 or 28 over the hash itself, 31 or 32 over its `eth_sign` digest. */
  | { readonly kind: "ecdsa"; readonly owner: Address; readonly signature: Hex }
  /** The owner called `approveHash` on the Safe, or executes the transaction itself. */
  | { readonly kind: "approved-hash"; readonly owner: Address }
  /** EIP-1271: the owner is a contract, another Safe for example, that judges `data`. */
  | { readonly kind: "contract"; readonly owner: Address; readonly data: Hex };
