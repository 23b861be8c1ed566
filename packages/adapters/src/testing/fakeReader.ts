import type { AccountRef } from "@ballast/core";
import { createPinnedReader, type MeteredPinnedReader } from "../chain/createPinnedReader.ts";
import { DEVNET, NOW, SAFE } from "./devnetView.ts";
import { type FakeChainOptions, fakeChain, type View } from "./fakeChain.ts";
import { headersFrom, rawHeader, refOf } from "./fakeHeaders.ts";
import { fakeSource } from "./fakeNode.ts";

export const ACCOUNT: AccountRef = { rail: "safe", chainId: 31337n, address: SAFE };

/** Two blocks, the newest made at `NOW`. */
export const HEADERS = headersFrom(NOW - 12n, 2);
export const BLOCK = refOf(HEADERS[1] ?? rawHeader({ number: 0n, timestamp: 0n }));

/** A reader at the newest block of a chain with these contracts and, where it matters, this storage. */
export function readerOf(view: View, storage?: FakeChainOptions["storage"]): MeteredPinnedReader {
  const slots = storage === undefined ? {} : { storage };
  const source = fakeSource(fakeChain({ headers: HEADERS, multicall: DEVNET.multicall, view, ...slots }));
  return createPinnedReader({ source, block: BLOCK, multicall: DEVNET.multicall });
}
