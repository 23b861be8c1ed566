"use client";
import { useContext, useSyncExternalStore } from "react";
import { ClockContext } from "./ClockProvider.tsx";

const SECOND = 1000;

function everySecond(tick: () => void): () => void {
  const timer = setInterval(tick, SECOND);
  return () => clearInterval(timer);
}

/** Unix seconds by the server's clock, counting on in the browser. Must be inside a ClockProvider. */
export function useNow(): number {
  const clock = useContext(ClockContext);
  if (clock === null)
    throw new Error("useNow is used outside of ClockProvider: wrap the page in the console layout.");
  return useSyncExternalStore(
    everySecond,
    () => clock.now + Math.floor((performance.now() - clock.receivedAt) / SECOND),
    () => clock.now,
  );
}
