import type { AccountRef } from "../chain/types.ts";
import type { TypedDataDomain } from "./typedData.ts";

/** The EIP-712 domain of an account's messages (docs/canonical-encoding.md, §4): no signature counts for another. */
export function ballastDomain(account: AccountRef): TypedDataDomain {
  return { name: "Ballast", version: "1", chainId: account.chainId, verifyingContract: account.address };
}
