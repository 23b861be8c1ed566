import type { PositionId } from "../../units/brands.ts";
import type { Finding } from "../finding.ts";
import { freezing } from "./answer.ts";

type Unseen = Pick<Finding, "rule" | "code" | "subject" | "evidence"> & {
  readonly positions: readonly PositionId[];
};

/** What a guard needs and could not see: unknown, with nothing measured, and nothing is entered where it reaches. */
export function unseen({ positions, ...found }: Unseen): Finding {
  return { ...found, level: "unknown", measured: null, limit: null, effect: freezing(positions) };
}
