import { sourceId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { fakeChain } from "../testing/fakeChain.ts";
import { headersFrom, type RawHeader, rawHeader } from "../testing/fakeHeaders.ts";
import { type Answer, deadSource, FakeRpcError, fakeSource } from "../testing/fakeNode.ts";
import { compareHead } from "./compareHead.ts";
import { verifyHeader } from "./verifyHeader.ts";

const headers = headersFrom(1_700_000_000n, 6);
const at = (index: number): RawHeader => headers[index] ?? rawHeader({ number: 0n, timestamp: 0n });
const pinned = verifyHeader(at(4), { source: sourceId("rpc-1"), chainId: 31337n });
const chain = (blocks: readonly RawHeader[]): Answer =>
  fakeChain({ headers: blocks, multicall: "0x", view: () => "0x" });
const readingOf = async (answer: Answer) => (await compareHead(fakeSource(answer), pinned)).reading;

describe("compareHead", () => {
  it("agrees on the same hash, whether the source is at that height or above", async () => {
    for (const count of [5, 6]) {
      expect(await readingOf(chain(headers.slice(0, count)))).toMatchObject({
        state: "agrees",
        number: 4n,
        hash: at(4).hash,
      });
    }
  });

  it("lags below that height, and says how far it is", async () => {
    const reading = await readingOf(chain(headers.slice(0, 3)));
    expect(reading).toMatchObject({ state: "lags", number: 2n, hash: null, detail: "its newest block is 2" });
  });

  it("disagrees on another hash, and shows both", async () => {
    const other = rawHeader({ number: 4n, timestamp: 1_700_000_048n, salt: "0xaa" });
    const reading = await readingOf(chain([...headers.slice(0, 4), other]));
    expect(reading).toMatchObject({ state: "disagrees", hash: other.hash });
    expect(reading.detail).toContain(other.hash);
    expect(reading.detail).toContain(at(4).hash);
  });

  it("does not take a lie for agreement: the hash is computed", async () => {
    const lie: Answer = () => ({ ...at(3), hash: at(4).hash, number: "0x4" });
    expect(await readingOf(lie)).toMatchObject({ state: "silent", hash: null });
  });

  it("is silent when it does not say its newest block either", async () => {
    const half: Answer = ({ params }) => {
      if (params[0] === "latest") throw new FakeRpcError(-32000, "syncing");
      return null;
    };
    const reading = await readingOf(half);
    expect(reading).toMatchObject({ state: "silent", number: null });
    expect(reading.detail).toContain("syncing");
  });

  it("is silent when it is down, and says why", async () => {
    const { reading } = await compareHead(deadSource(), pinned);
    expect(reading).toMatchObject({ state: "silent", number: null, hash: null });
    expect(reading.detail).toContain("ECONNREFUSED");
  });
});
