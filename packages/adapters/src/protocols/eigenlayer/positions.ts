import type { VenuePosition } from "../../adapter.ts";
import type { Deployment } from "../../deployment/types.ts";
import { positionOf } from "./positionOf.ts";
import { eigenStrategies } from "./strategies.ts";

/**
 * One position for each strategy. An account that delegated holds it under the same id with `@<operator>` behind it; which
 * one is only known once the account was read.
 */
export const eigenlayerPositions = (deployment: Deployment): readonly VenuePosition[] =>
  eigenStrategies(deployment).map((strategy) => ({
    position: positionOf(strategy, null),
    asset: strategy.asset,
  }));
