import type { Address } from "@ballast/core";
import { type EigenStrategy, eigenStrategies } from "../strategies.ts";
import type { CallRequest } from "./callRequest.ts";
import { refuse } from "./refuse.ts";

/**
 * The listed strategy at an address.
 *
 * @throws ActionRefused for a strategy that the deployment does not list
 */
export function strategyFor({ deployment }: CallRequest, address: Address): EigenStrategy {
  const known = eigenStrategies(deployment);
  const found = known.find((strategy) => strategy.address === address.toLowerCase());
  if (found !== undefined) return found;
  const list = known.map((strategy) => `${strategy.address} (${strategy.form})`).join(", ");
  throw refuse({ field: "strategy", value: address, limit: `one of ${list || "none"}` });
}
