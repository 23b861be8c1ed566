import { SCREENS, type Screen } from "./screens.ts";

/** Which screen of an account a path is on; detail pages belong to their list. */
export function screenOf(pathname: string, base: string): Screen | null {
  const rest = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  if (rest === "" || rest === "/") return SCREENS[0];
  return SCREENS.find(({ path }) => path !== "" && (rest === path || rest.startsWith(`${path}/`))) ?? null;
}
