import type { Address, VenueId } from "@ballast/core";
import type { Deployment } from "../../../deployment/types.ts";
import type { Comparison } from "./violationAt.ts";

/** A venue's contract by its name in the deployment file. */
export type ContractName = { readonly venue: string; readonly contract: string };

/** Its address, or what the deployment does not know. */
export function venueContract(
  deployment: Deployment,
  { venue, contract }: ContractName,
): Address | Comparison {
  const found = deployment.venues[venue as VenueId]?.[contract]?.address;
  if (found !== undefined) return found;
  const field = `${venue}.${contract}`;
  return { code: "contract-unknown", field, expected: "a contract of the deployment", actual: "none" };
}
