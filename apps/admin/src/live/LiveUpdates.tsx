"use client";
import { useEffect, useState } from "react";
import { Icon } from "../components/Icon.tsx";
import { followChanges } from "./followChanges.ts";
import { useRedraw } from "./useRedraw.ts";

/** Draws the page again whenever something changed in the database, and says so when it can't be told. */
export function LiveUpdates() {
  const redraw = useRedraw();
  const [connected, setConnected] = useState(true);
  useEffect(() => followChanges({ refresh: redraw, onConnected: setConnected }), [redraw]);
  if (connected) return null;
  return (
    <div className="banner" data-level="warning" role="status">
      <Icon name="warning" />
      <span>
        <b className="font-semibold">Not live.</b> The connection to the admin is lost. This page asks again
        every 5 s and shows what it last received.
      </span>
    </div>
  );
}
