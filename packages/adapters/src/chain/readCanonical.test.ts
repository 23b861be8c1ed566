import { describe, expect, it } from "vitest";
import { fakeChain } from "../testing/fakeChain.ts";
import { headersFrom, type RawHeader, rawHeader, refOf } from "../testing/fakeHeaders.ts";
import { type Answer, deadSource, FakeRpcError, fakeSource } from "../testing/fakeNode.ts";
import { readCanonical } from "./readCanonical.ts";

const headers = headersFrom(1_700_000_000n, 4);
const head = headers[3] ?? rawHeader({ number: 0n, timestamp: 0n });
const block = refOf(head);
const sibling = rawHeader({ number: 3n, timestamp: 1_700_000_036n, salt: "0x01" });
const chain = (blocks: readonly RawHeader[]): Answer =>
  fakeChain({ headers: blocks, multicall: "0x", view: () => "0x" });

describe("readCanonical", () => {
  it("finds a block that is still there, in one request", async () => {
    const source = fakeSource(chain(headers));
    expect(await readCanonical(source, block)).toBe("canonical");
    expect(source.counts()).toEqual({ requests: 1, calls: 2 });
  });

  it("finds it gone when the node does not know its hash", async () => {
    expect(await readCanonical(fakeSource(chain([...headers.slice(0, 3), sibling])), block)).toBe("gone");
  });

  it("finds it gone when the chain became shorter", async () => {
    expect(await readCanonical(fakeSource(chain(headers.slice(0, 3))), block)).toBe("gone");
  });

  it("finds it gone when the node keeps it aside but another block has its height", async () => {
    const aside: Answer = ({ method }) => (method === "eth_getBlockByHash" ? head : sibling);
    expect(await readCanonical(fakeSource(aside), block)).toBe("gone");
  });

  it.each<[string, ReturnType<typeof fakeSource>]>([
    ["is down", deadSource()],
    [
      "refuses",
      fakeSource(() => {
        throw new FakeRpcError(-32601, "no");
      }),
    ],
    ["lies about the header", fakeSource(() => ({ ...head, gasUsed: "0x0" }))],
    ["gives another height's header", fakeSource(() => headers[1])],
  ])("does not know when the source %s", async (_name, source) => {
    expect(await readCanonical(source, block)).toBe("unknown");
  });
});
