import type { Address } from "@ballast/core";
import { zeroAddress } from "viem";
import type { CallRequest } from "./callRequest.ts";
import { refuse } from "./refuse.ts";

/**
 * The operator to delegate to.
 *
 * @throws ActionRefused for nobody, and for the account itself: an operator can never undelegate from itself
 */
export function operatorFor({ account }: CallRequest, operator: Address): Address {
  const value = operator.toLowerCase() as Address;
  if (value === zeroAddress) throw refuse({ field: "operator", value, limit: "an operator's address" });
  if (value === account.address.toLowerCase())
    throw refuse({ field: "operator", value, limit: "another than the account: it could never undelegate" });
  return value;
}
