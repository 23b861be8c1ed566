import type { Address, PositionId, VenueId } from "@ballast/core";
import { ActionRefused } from "../ActionRefused.ts";
import type { Deployment } from "../deployment/types.ts";

export type ContractOf = {
  readonly deployment: Deployment;
  readonly venue: VenueId;
  readonly position: PositionId | "";
};

/**
 * The address of a venue's contract by its name in the deployment.
 *
 * @throws ActionRefused where the deployment does not list it
 */
export function venueContract(name: string, { deployment, venue, position }: ContractOf): Address {
  const contract = deployment.venues[venue]?.[name];
  if (contract !== undefined) return contract.address;
  const known = Object.keys(deployment.venues[venue] ?? {}).join(", ");
  const limit = `deployment ${deployment.name} lists of ${venue}: ${known || "nothing"}; add ${name}`;
  throw new ActionRefused(position, { field: "contract", value: name, limit });
}
