import { mayRead } from "../../../auth/mayRead.ts";
import { onChange } from "../../../live/changeFeed.ts";

export const dynamic = "force-dynamic";

const KEEP_ALIVE_MS = 20_000;

/** Server-sent events: one `change` for every change in the database that a screen shows. */
export async function GET(request: Request): Promise<Response> {
  if (!(await mayRead())) return new Response("Sign in to follow changes.", { status: 401 });
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const unsubscribe = onChange((change) => send(`event: change\ndata: ${JSON.stringify(change)}\n\n`));
      const keepAlive = setInterval(() => send(": still here\n\n"), KEEP_ALIVE_MS);
      stop = () => {
        clearInterval(keepAlive);
        unsubscribe();
      };
      send("retry: 2000\n\n");
      request.signal.addEventListener("abort", () => {
        stop();
        controller.close();
      });
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
