import type { PositionId } from "@ballast/core";

/** The form of a position, which is how people call it: `weETH` of `etherfi:weETH`. */
export function positionName(position: PositionId): string {
  return position.slice(position.indexOf(":") + 1);
}
