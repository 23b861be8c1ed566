import type { Address } from "../chain/types.ts";
import type { SafeTransaction } from "./types.ts";

/** Whether a Safe transaction only uses up its nonce: a plain call of the account to itself, without value and data. */
export function isRejection(
  { to, value, data, operation }: Pick<SafeTransaction, "to" | "value" | "data" | "operation">,
  account: Address,
): boolean {
  return to === account && value === 0n && data === "0x" && operation === 0n;
}
