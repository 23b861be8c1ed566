import type { AccountRef } from "@ballast/core";
import { createPinnedReader, type MeteredPinnedReader } from "../chain/createPinnedReader.ts";
import { DEVNET, NOW } from "./devnetView.ts";
import { fakeChain, type View } from "./fakeChain.ts";
import { headersFrom, rawHeader, refOf } from "./fakeHeaders.ts";
import { fakeSource } from "./fakeNode.ts";

const SAFE = `0x${"5a".repeat(20)}` as const;
export const ACCOUNT: AccountRef = { rail: "safe", chainId: 31337n, address: SAFE };

/** Two blocks, the newest made at `NOW`. */
export const HEADERS = headersFrom(NOW - 12n, 2);
export const BLOCK = refOf(HEADERS[1] ?? rawHeader({ number: 0n, timestamp: 0n }));

/** A reader at the newest block of a chain with these contracts. */
export function readerOf(view: View): MeteredPinnedReader {
  const source = fakeSource(fakeChain({ headers: HEADERS, multicall: DEVNET.multicall, view }));
  return createPinnedReader({ source, block: BLOCK, multicall: DEVNET.multicall });
}
