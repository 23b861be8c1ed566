"use client";
import { useNow } from "../live/useNow.ts";
import { sayAge } from "./sayAge.ts";

/** How long ago a block or an event was: `12 s ago`. */
export function Age({ at }: { readonly at: number }) {
  const now = useNow();
  return <span suppressHydrationWarning>{sayAge(now - at)}</span>;
}
