import type { ExposureFact } from "../exposure/types.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { InvariantError } from "./invariantError.ts";

/** `YYYY-MM-DD`, so that days compare as text. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A statement of what something depends on that can only be a defect of an adapter: a share of nothing, shares of more than the whole, one cause twice, no source or no day.
 * @throws InvariantError
 */
export function checkExposure({ of, kind, parts, source, asOf }: ExposureFact): void {
  const refuse = (value: string, limit: string) =>
    new InvariantError({ subject: `exposure:${of}:${kind}`, value, limit });
  const none = parts.find(({ share }) => share <= 0n);
  if (none !== undefined) throw refuse(`share ${none.share} of ${none.id}`, "a share is above 0");
  const whole = parts.reduce((sum, { share }) => sum + share, 0n);
  if (whole > WAD_ONE) throw refuse(`shares of ${whole} together`, `they are at most ${WAD_ONE}`);
  if (new Set(parts.map(({ id }) => id)).size < parts.length)
    throw refuse(`parts ${parts.map(({ id }) => id).join(", ")}`, "each cause once");
  if (source === "" || !DAY.test(asOf))
    throw refuse(`source "${source}" of "${asOf}"`, "a source and its day");
}
