import { mayRead } from "../../../auth/mayRead.ts";
import { changeStream } from "../../../live/changeStream.ts";

export const dynamic = "force-dynamic";

/** Server-sent events: one `change` for every change in the database that a screen shows. */
export async function GET(request: Request): Promise<Response> {
  if (!(await mayRead())) return new Response("Sign in to follow changes.", { status: 401 });
  return new Response(changeStream(request.signal), {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
