import { replaces } from "./replaces.ts";
import type { SoundVersion } from "./types.ts";

/** The stored version that this one names as the one it replaces; null for a first policy, and when that is not stored. */
export function predecessorOf(version: SoundVersion, sound: readonly SoundVersion[]): SoundVersion | null {
  return sound.find((other) => replaces(version, other)) ?? null;
}
