import { blockNumber } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { fakeChain } from "../testing/fakeChain.ts";
import { headersFrom, rawHeader } from "../testing/fakeHeaders.ts";
import { deadSource, fakeSource } from "../testing/fakeNode.ts";
import { headerCall, readHeaders } from "./readHeader.ts";

const headers = headersFrom(1_700_000_000n, 4);
const hashAt = (index: number) => (headers[index] ?? rawHeader({ number: 0n, timestamp: 0n })).hash;
const chain = fakeChain({ headers, multicall: "0x", view: () => "0x" });
const wanted = (...at: Parameters<typeof headerCall>[0][]) => ({ chainId: 31337n, at });

describe("readHeaders", () => {
  it("reads the newest block, one by height and one by hash in one request", async () => {
    const source = fakeSource(chain);
    const replies = await readHeaders(
      source,
      wanted("latest", { number: blockNumber(1n) }, { hash: hashAt(2) }),
    );
    expect(replies.map((reply) => reply.ok && reply.header.hash)).toEqual([hashAt(3), hashAt(1), hashAt(2)]);
    expect(source.counts().requests).toBe(1);
  });

  it("tells a block that is not there from a source that does not answer", async () => {
    const absent = await readHeaders(fakeSource(chain), wanted({ number: blockNumber(99n) }));
    expect(absent).toEqual([{ ok: false, absent: true }]);
    const silent = await readHeaders(deadSource(), wanted("latest"));
    expect(silent).toMatchObject([{ ok: false, absent: false, fault: { name: "SourceDown" } }]);
  });

  it("does not believe a header that does not hash to its hash", async () => {
    const source = fakeSource(() => ({ ...headers[3], gasUsed: "0x1" }));
    const [reply] = await readHeaders(source, wanted("latest"));
    expect(reply).toMatchObject({ ok: false, fault: { name: "HeaderMismatch", retry: false } });
  });

  it.each([
    ["height", { number: blockNumber(1n) }],
    ["hash", { hash: hashAt(1) }],
  ])("does not take another block's true header for the one of a %s", async (_name, at) => {
    const [reply] = await readHeaders(
      fakeSource(() => headers[2]),
      wanted(at),
    );
    expect(reply).toMatchObject({ ok: false, absent: false, fault: { name: "SourceWrongReply" } });
  });

  it("asks for heights in the quantity form", () => {
    expect(headerCall({ number: blockNumber(0n) }).params).toEqual(["0x0", false]);
    expect(headerCall("finalized").params).toEqual(["finalized", false]);
  });
});
