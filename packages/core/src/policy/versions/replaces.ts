import { ZERO_HASH } from "../../chain/hex.ts";
import type { SoundVersion } from "./types.ts";

/** Whether the version says that it replaces this one; null stands for no policy at all. */
export function replaces(version: SoundVersion, replaced: SoundVersion | null): boolean {
  return replaced === null
    ? version.version === 1n && version.previousHash === ZERO_HASH
    : version.version === replaced.version + 1n && version.previousHash === replaced.policyId;
}
