"use client";
import { createContext, type ReactNode, useMemo } from "react";

/** The server's clock as of the last render, and when the browser received it. */
export type ServerClock = { readonly now: number; readonly receivedAt: number };

export const ClockContext = createContext<ServerClock | null>(null);

/** Ages are counted from the server's clock, so that a wrong clock on the reader's machine can't make old data look fresh. */
export function ClockProvider({ now, children }: { readonly now: number; readonly children: ReactNode }) {
  const clock = useMemo(() => ({ now, receivedAt: performance.now() }), [now]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}
