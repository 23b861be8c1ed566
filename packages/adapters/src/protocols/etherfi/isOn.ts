import type { UnixSeconds } from "@ballast/core";
import type { PauseSwitch } from "./switches.ts";

/** Whether a switch's word stops its contract: `paused()` when it is true, `pausedUntil()` up to that second, it included. */
export const isOn = (
  word: bigint,
  { method, now }: Pick<PauseSwitch, "method"> & { readonly now: UnixSeconds },
): boolean => (method === "paused" ? word !== 0n : word >= now);
