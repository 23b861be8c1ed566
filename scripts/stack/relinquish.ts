/**
 * Calls `stop` when we are asked to end: INT, TERM, HUP, or the loss of the process that started us. Ctrl-C reaches us
 * more than once (from the terminal and through npm), so a signal counts as a second one only after `quietMs`.
 */
export function relinquish(stop: () => void, quietMs: number): void {
  let first: number | undefined;
  const ask = () => {
    const now = performance.now();
    if (first !== undefined && now - first < quietMs) return;
    first ??= now;
    stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  if (process.channel) process.once("disconnect", ask);
  // When the terminal is gone there is nobody left to tell; stopping in order goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
