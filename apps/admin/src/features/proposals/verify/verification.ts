import type { BundleVerdict, DecodedCall, SafeTransactionHashes } from "@ballast/verify";

/** What the browser found out by itself with `@ballast/verify`, from the transaction's fields and the signed bundle's bytes. */
export type Verification =
  | { readonly kind: "checking" }
  | { readonly kind: "failed"; readonly because: string }
  | {
      readonly kind: "done";
      readonly hashes: SafeTransactionHashes;
      readonly calls: CallsRead;
      /** null for a transaction without a bundle. */
      readonly bundle: BundleVerdict | null;
    };

/** The batch as it could be read. */
export type CallsRead =
  | { readonly kind: "batch"; readonly calls: readonly DecodedCall[] }
  /** No data, no value, to the Safe itself: it only uses up the nonce. */
  | { readonly kind: "rejection" }
  | { readonly kind: "unreadable"; readonly because: string };
