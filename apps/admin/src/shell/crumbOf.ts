import { screenOf } from "./screenOf.ts";
import type { Screen } from "./screens.ts";

export type Crumb = { readonly screen: Screen | null; readonly detail: string | null };

const HASH = /^0x[0-9a-f]{64}$/;

/** The screen of a path, and its last part in short where a detail is open. */
export function crumbOf(pathname: string, base: string): Crumb {
  const screen = screenOf(pathname, base);
  const rest = pathname
    .slice(`${base}${screen?.path ?? ""}`.length)
    .split("/")
    .filter((part) => part !== "");
  const last = rest.at(-1);
  if (screen === null || last === undefined) return { screen, detail: null };
  return { screen, detail: HASH.test(last) ? `${last.slice(0, 6)}…${last.slice(-4)}` : capitalised(last) };
}

const capitalised = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
