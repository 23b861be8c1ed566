import type { IconName } from "../components/Icon.tsx";

/** The screens that exist. `key` follows `g` on the keyboard. */
export const SCREENS = [
  { path: "", label: "Overview", icon: "overview", key: "o" },
  { path: "/positions", label: "Positions", icon: "positions", key: "p" },
  { path: "/policies", label: "Policies", icon: "policies", key: "l" },
  { path: "/proposals", label: "Proposals", icon: "proposals", key: "r" },
  { path: "/activity", label: "Activity", icon: "activity", key: "a" },
] as const satisfies readonly { path: string; label: string; icon: IconName; key: string }[];

export type Screen = (typeof SCREENS)[number];
