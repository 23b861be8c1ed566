/** At most one redraw in this time, and the last change is never lost. */
const QUIET_MS = 400;
const POLL_MS = 5000;

type Follow = { readonly refresh: () => void; readonly onConnected: (connected: boolean) => void };

/** Follows `/api/changes`. While the stream is down it asks every 5 s instead. Returns how to stop. */
export function followChanges({ refresh, onConnected }: Follow): () => void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let polling: ReturnType<typeof setInterval> | null = null;
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = null;
      refresh();
    }, QUIET_MS);
  };
  const stopPolling = () => {
    if (polling !== null) clearInterval(polling);
    polling = null;
  };
  const stream = new EventSource("/api/changes");
  stream.addEventListener("open", () => {
    stopPolling();
    onConnected(true);
    soon();
  });
  stream.addEventListener("change", soon);
  stream.addEventListener("error", () => {
    polling ??= setInterval(refresh, POLL_MS);
    onConnected(false);
  });
  return () => {
    stream.close();
    stopPolling();
    if (waiting !== null) clearTimeout(waiting);
  };
}
