import type { Hex } from "@ballast/core";
import { domainSeparator } from "viem";
import { type DelegationDomain, delegationDomain } from "./delegationDomain.ts";

/** What `domainSeparator()` of a DelegationManager gives. Source: eigenlayer-contracts, src/contracts/mixins/SignatureUtilsMixin.sol. */
export function delegationDomainSeparator(domain: DelegationDomain): Hex {
  return domainSeparator({ domain: delegationDomain(domain) });
}
