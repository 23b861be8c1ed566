import type { Address } from "@ballast/core";
import { operatorOf } from "../operatorOf.ts";
import type { EigenLayerReading } from "./reading.ts";

/** The account's operator, null when it has none, undefined when no position of it was read. */
export function heldOperator({ account }: EigenLayerReading): Address | null | undefined {
  const [first] = account.positions;
  return first === undefined ? undefined : operatorOf(first.position);
}
