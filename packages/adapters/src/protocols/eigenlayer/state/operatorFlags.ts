import type { Flag } from "@ballast/core";
import { EIGENLAYER_ID } from "../contracts.ts";
import type { CoreContracts } from "../coreContracts.ts";
import type { OperatorReading } from "../reading/readOperator.ts";

/**
 * Says of an operator whose slashed stake may go to somebody instead of being burnt: its services gain by slashing. Where that was not
 * read (older contracts lack the getter), it says so. Stops nothing.
 */
export function operatorFlags(
  { operator, isRedistributable }: OperatorReading,
  { allocationManager }: CoreContracts,
): readonly Flag[] {
  if (isRedistributable.ok && !isRedistributable.value) return [];
  const code = isRedistributable.ok ? "redistributing" : "redistribution-unknown";
  const source = { kind: "call", contract: allocationManager, method: "isOperatorRedistributable" } as const;
  return [{ venue: EIGENLAYER_ID, code: `${code}:${operator}`, stops: "none", source }];
}
