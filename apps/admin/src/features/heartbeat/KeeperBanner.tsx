"use client";
import { Icon } from "../../components/Icon.tsx";
import { sayAge } from "../../components/sayAge.ts";
import { useNow } from "../../live/useNow.ts";
import { heartbeatState } from "./heartbeatState.ts";
import type { HeartbeatView } from "./heartbeatView.ts";

/** Says under the bar when the keeper does not evaluate: every figure below is older than it looks. */
export function KeeperBanner({ view }: { readonly view: HeartbeatView }) {
  const now = useNow();
  const state = heartbeatState(view, now);
  if (state !== "late" && state !== "silent") return null;
  const level = state === "silent" ? "critical" : "warning";
  const last = sayAge(now - (view.lastAt ?? now));
  return (
    <div
      className="banner"
      data-level={level}
      role={state === "silent" ? "alert" : "status"}
      suppressHydrationWarning
    >
      <Icon name={level} />
      <span>
        <b className="font-semibold">
          {state === "silent" ? "The keeper is silent." : "The keeper is late."}
        </b>{" "}
        Last evaluation {last}. Figures are as of block {view.block}. Check the keeper service, then run{" "}
        <code className="font-mono">ballast doctor</code>.
      </span>
    </div>
  );
}
