import type { Change } from "@ballast/db";
import { database } from "../queries/database.ts";

type Listener = (change: Change) => void;

const KEY = Symbol.for("ballast.admin.changes");
const process_ = globalThis as { [KEY]?: { listeners: Set<Listener>; started: Promise<unknown> } };

/** One LISTEN for the whole process; every open page hangs on it. Returns how to stop. */
export function onChange(listener: Listener): () => void {
  process_[KEY] ??= start();
  const feed = process_[KEY];
  feed.listeners.add(listener);
  feed.started.catch(() => {
    delete process_[KEY];
    listener({ kind: "reconnected" });
  });
  return () => feed.listeners.delete(listener);
}

function start() {
  const listeners = new Set<Listener>();
  const started = database().listen((change) => {
    for (const each of listeners) each(change);
  });
  return { listeners, started };
}
