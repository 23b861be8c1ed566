import type { Address } from "@ballast/core";
import type { Deployment } from "../../../deployment/types.ts";

/** The token's address as the deployment has it; null for an asset that is no token there. */
export function tokenOf(deployment: Deployment, asset: string): Address | null {
  return deployment.assets.find(({ id }) => id === asset)?.address ?? null;
}
