"use client";
import { useNow } from "../live/useNow.ts";
import { sayClock } from "./sayClock.ts";

/** Time left until a deadline, running. `over` is said when there is none. */
export function Countdown({ until, over }: { readonly until: number; readonly over: string }) {
  const left = until - useNow();
  return <span suppressHydrationWarning>{left > 0 ? sayClock(left) : over}</span>;
}
