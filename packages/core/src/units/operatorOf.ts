import type { Address } from "../chain/types.ts";
import type { PositionId } from "./brands.ts";

/** The operator that a position is delegated to: what stands behind the @ of `<venue>:<form>@<operator>`. null where there is none. */
export function operatorOf(position: PositionId): Address | null {
  return (/@(0x[0-9a-f]{40})$/.exec(position)?.[1] as Address | undefined) ?? null;
}
