import { compareText } from "../../units/compareText.ts";
import { ascending } from "../../units/order.ts";
import { replaces } from "./replaces.ts";
import { type Standing, standing } from "./standing.ts";
import type { SoundVersion, VersionsInput } from "./types.ts";

export type Walk = {
  readonly inForce: SoundVersion | null;
  /** Versions that would replace the one in force, and where each stands. */
  readonly next: readonly Standing[];
};

type From = {
  readonly input: VersionsInput;
  readonly sound: readonly SoundVersion[];
  readonly start: SoundVersion | null;
};

/** Goes from the version last acted on to the newest whose time has come, one link of previousHash at a time. */
export function walkForward({ input, sound, start }: From): Walk {
  let inForce = start;
  for (;;) {
    const replaced = inForce;
    const next = sound
      .filter((version) => replaces(version, replaced))
      .map((version) => standing(version, { input, sound, replaced }));
    const arrived = next
      .filter(({ effectiveAt }) => effectiveAt !== null && effectiveAt <= input.now)
      .toSorted(
        (a, b) =>
          ascending(a.effectiveAt ?? 0n, b.effectiveAt ?? 0n) ||
          compareText(a.version.policyId, b.version.policyId),
      )[0];
    if (arrived === undefined) return { inForce, next };
    inForce = arrived.version;
  }
}
