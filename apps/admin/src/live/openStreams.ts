type Close = () => void;

const KEY = Symbol.for("ballast.admin.streams");
const process_ = globalThis as { [KEY]?: Set<Close> };

/**
 * Remembers how to end an open stream. A server that is told to stop waits for every open response, and these never end by
 * themselves; so the first signal ends them all. Returns how to forget it.
 */
export function rememberStream(close: Close): Close {
  process_[KEY] ??= watched();
  const open = process_[KEY];
  open.add(close);
  return () => open.delete(close);
}

function watched(): Set<Close> {
  const open = new Set<Close>();
  const endAll = () => {
    for (const close of [...open]) close();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, endAll);
  return open;
}
