import type { SourceId } from "@ballast/core";
import { SourceBadJson, SourceDown, type SourceFault, SourceHttpStatus, SourceTimeout } from "./faults.ts";

/** How one HTTP request is made. */
export type PostOptions = {
  readonly source: SourceId;
  readonly url: string;
  readonly timeoutMs: number;
  /** Largest answer that is read. */
  readonly maxBytes: number;
  readonly fetch: typeof globalThis.fetch;
};

export type PostResult =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly fault: SourceFault };

/** The system's code of a failed connection. Never its message: that names the address. */
function reasonOf(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return "code" in cause && typeof cause.code === "string" ? cause.code : "connection failed";
}

/** Reads the body up to `maxBytes`, so that a wrong endpoint cannot fill the memory. */
async function readBody(response: Response, { source, maxBytes }: PostOptions): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new SourceBadJson(source, `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function send(body: string, options: PostOptions): Promise<PostResult> {
  const response = await options.fetch(options.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    redirect: "error",
    signal: AbortSignal.timeout(options.timeoutMs),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    return { ok: false, fault: new SourceHttpStatus(options.source, response.status) };
  }
  return { ok: true, body: JSON.parse(await readBody(response, options)) };
}

/**
 * Sends one HTTP POST and parses the answer. A source that is down, slow or talks nonsense is a fault in the result,
 * not an exception; a mistake in this program still is one.
 */
export async function postJson(body: string, options: PostOptions): Promise<PostResult> {
  const { source, timeoutMs } = options;
  try {
    return await send(body, options);
  } catch (error) {
    if (error instanceof SourceBadJson) return { ok: false, fault: error };
    if (error instanceof SyntaxError)
      return { ok: false, fault: new SourceBadJson(source, "it does not parse") };
    if (error instanceof DOMException && error.name === "TimeoutError") {
      return { ok: false, fault: new SourceTimeout(source, timeoutMs) };
    }
    // fetch reports every broken connection as a TypeError; a body that breaks off carries the system's code.
    if (error instanceof TypeError || (error instanceof Error && "code" in error)) {
      return { ok: false, fault: new SourceDown(source, reasonOf(error)) };
    }
    throw error;
  }
}
