"use client";
import { Age } from "../components/Age.tsx";
import { heartbeatState } from "../features/heartbeat/heartbeatState.ts";
import type { HeartbeatView } from "../features/heartbeat/heartbeatView.ts";
import { useNow } from "../live/useNow.ts";

/** The heartbeat in the bar of a phone: a dot, and an age where the screen's name leaves room for it. */
export function PhonePulse({ view }: { readonly view: HeartbeatView }) {
  const state = heartbeatState(view, useNow());
  return (
    <span className="flex items-center text-xs text-ink-2 whitespace-nowrap">
      <span className="live" data-state={state} />
      <span className="sr-only">Keeper, last evaluation </span>
      <span className="max-[26rem]:sr-only">{view.lastAt === null ? "none" : <Age at={view.lastAt} />}</span>
    </span>
  );
}
