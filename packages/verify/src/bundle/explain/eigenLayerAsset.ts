import { demand } from "../demand.ts";

const POSITION = /^eigenlayer:([^@]+)(?:@(0x[0-9a-f]{40}))?$/;

/**
 * Asset and operator of a position `eigenlayer:<asset>@<operator>`; the operator is null when nobody is named.
 * @throws CheckFailedError for any other name
 */
export function eigenLayerAsset(position: string): { asset: string; operator: string | null } {
  const [, asset, operator] = POSITION.exec(position) ?? [];
  demand(asset !== undefined, `${position} is no position in EigenLayer`);
  return { asset, operator: operator ?? null };
}
