import type { HeadReading, SourceId } from "@ballast/core";
import { type HeaderReply, readHeaders } from "./readHeader.ts";
import type { ChainSource } from "./rpc.ts";
import type { Header } from "./verifyHeader.ts";

/** Another source's view of a block. */
export type OtherHead = { readonly source: ChainSource; readonly reading: HeadReading };

type Views = { readonly at: HeaderReply; readonly newest: HeaderReply };

const silent = (source: SourceId, detail: string): HeadReading => ({
  source,
  state: "silent",
  number: null,
  hash: null,
  detail,
});

/** The source has no block at this height: behind, or not saying. */
function behind(source: SourceId, newest: HeaderReply): HeadReading {
  if (!newest.ok) return silent(source, newest.absent ? "it has no newest block" : newest.fault.message);
  const { number } = newest.header;
  return { source, state: "lags", number, hash: null, detail: `its newest block is ${number}` };
}

function readingOf(
  source: SourceId,
  { at, newest, pinned }: Views & { readonly pinned: Header },
): HeadReading {
  if (!at.ok) return at.absent ? behind(source, newest) : silent(source, at.fault.message);
  const { number, hash } = at.header;
  if (hash === pinned.hash) return { source, state: "agrees", number, hash, detail: "the same hash" };
  const detail = `block ${pinned.number} is ${hash} here and ${pinned.hash} at the primary`;
  return { source, state: "disagrees", number, hash, detail };
}

/** Asks a source, in one request, for its hash at the height of `pinned` and for its newest block. */
export async function compareHead(source: ChainSource, pinned: Header): Promise<OtherHead> {
  const [at, newest] = await readHeaders(source, {
    chainId: pinned.chainId,
    at: [{ number: pinned.number }, "latest"],
  });
  if (at === undefined || newest === undefined) {
    return { source, reading: silent(source.id, "fewer replies than calls") };
  }
  return { source, reading: readingOf(source.id, { at, newest, pinned }) };
}
