import { onChange } from "./changeFeed.ts";
import { rememberStream } from "./openStreams.ts";

const KEEP_ALIVE_MS = 20_000;

/** The body of a server-sent-events answer: one `change` for every change, until the reader goes or the server stops. */
export function changeStream(gone: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let release = (): boolean => false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const end = () => {
        if (release()) controller.close();
      };
      const unsubscribe = onChange((change) => send(`event: change\ndata: ${JSON.stringify(change)}\n\n`));
      const keepAlive = setInterval(() => send(": still here\n\n"), KEEP_ALIVE_MS);
      const forget = rememberStream(end);
      release = () => {
        release = () => false;
        clearInterval(keepAlive);
        unsubscribe();
        forget();
        return true;
      };
      gone.addEventListener("abort", end);
      send("retry: 2000\n\n");
    },
    // The reader has gone: the stream is closed already, only what feeds it is left to stop.
    cancel: () => {
      release();
    },
  });
}
