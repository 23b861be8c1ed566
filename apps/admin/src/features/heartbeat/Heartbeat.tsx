"use client";
import { Age } from "../../components/Age.tsx";
import { useNow } from "../../live/useNow.ts";
import { BeatBars } from "./BeatBars.tsx";
import { heartbeatState, type KeeperState } from "./heartbeatState.ts";
import type { HeartbeatView } from "./heartbeatView.ts";

const WORDS: Readonly<Record<KeeperState, string>> = {
  watch: "Keeper on watch",
  late: "Keeper late",
  silent: "Keeper silent",
  none: "No keeper yet",
};

/** The last 30 evaluations, newest right, with what the keeper says of itself. */
export function Heartbeat({ view }: { readonly view: HeartbeatView }) {
  const state = heartbeatState(view, useNow());
  return (
    <section className="heartbeat" aria-label="Keeper heartbeat">
      <div className="line">
        <span className="flex items-center">
          <span className="live" data-state={state} />
          <b className="font-semibold text-ink">{WORDS[state]}</b>
        </span>
        <span>{view.lastAt !== null && <Age at={view.lastAt} />}</span>
      </div>
      <BeatBars beats={view.beats} />
      <div className="line">
        <span>Block</span>
        <span>{view.block}</span>
      </div>
      <div className="line">
        <span>Heads agree</span>
        <span>{view.heads}</span>
      </div>
      <div className="line">
        <span>Mode</span>
        <span>{view.mode}</span>
      </div>
    </section>
  );
}
