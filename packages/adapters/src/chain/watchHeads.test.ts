import { describe, expect, it } from "vitest";
import { headersFrom, rawHeader } from "../testing/fakeHeaders.ts";
import { FakeRpcError, fakeSource } from "../testing/fakeNode.ts";
import { watchHeads } from "./watchHeads.ts";

const headers = headersFrom(1_700_000_000n, 5);

/** Watches a source that answers with these, one a look; null for an error. Stops after the last. */
async function watched(answers: readonly unknown[]): Promise<readonly string[]> {
  const stop = new AbortController();
  const left = [...answers];
  const source = fakeSource(() => {
    const next = left.shift();
    if (next === null) throw new FakeRpcError(-32603, "internal error");
    return next;
  });
  const pause = async () => {
    if (left.length === 0) stop.abort();
  };
  const seen: string[] = [];
  for await (const event of watchHeads({ source, chainId: 31337n, pause, signal: stop.signal })) {
    seen.push(event.kind === "head" ? `head ${event.header.number}` : event.fault.name);
  }
  return seen;
}

describe("watchHeads", () => {
  it("yields each new head once", async () => {
    expect(await watched([headers[1], headers[1], headers[2], headers[2], headers[4]])).toEqual([
      "head 1",
      "head 2",
      "head 4",
    ]);
  });

  it("takes another block of the same height, and a lower one, for new", async () => {
    const other = rawHeader({ number: 2n, timestamp: 1_700_000_024n, salt: "0xff" });
    expect(await watched([headers[2], other, headers[1]])).toEqual(["head 2", "head 2", "head 1"]);
  });

  it("goes on after a fault, and does not yield the same head again", async () => {
    expect(
      await watched([headers[1], null, headers[1], { ...headers[2], gasUsed: "0x1" }, headers[2]]),
    ).toEqual(["head 1", "SourceErrorObject", "HeaderMismatch", "head 2"]);
  });

  it("says that a source has no head", async () => {
    expect(await watched(["0x", headers[0]])).toEqual(["HeaderMalformed", "head 0"]);
  });

  it("asks nothing once it was stopped", async () => {
    const source = fakeSource(() => headers[1]);
    const events = watchHeads({
      source,
      chainId: 31337n,
      pause: () => Promise.resolve(),
      signal: AbortSignal.abort(),
    });
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(source.counts().requests).toBe(0);
  });
});
