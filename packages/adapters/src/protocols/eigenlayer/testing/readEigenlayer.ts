import type { AccountRef, Hex } from "@ballast/core";
import { numberToHex } from "viem";
import type { VenueReadings } from "../../../adapter.ts";
import { createPinnedReader } from "../../../chain/createPinnedReader.ts";
import type { RpcCall } from "../../../chain/rpc.ts";
import { DEVNET, NOW } from "../../../testing/devnetView.ts";
import { type FakeChainOptions, fakeChain } from "../../../testing/fakeChain.ts";
import { rawHeader, refOf } from "../../../testing/fakeHeaders.ts";
import { fakeSource } from "../../../testing/fakeNode.ts";
import { ACCOUNT } from "../../../testing/fakeReader.ts";
import { read } from "../read.ts";
import { EL_DEPLOYMENT } from "./eigenlayerDeployment.ts";
import { type Change, eigenlayerView } from "./eigenlayerView.ts";

export type World = {
  readonly changes?: readonly Change[];
  readonly storage?: FakeChainOptions["storage"];
  /** The pinned block. */
  readonly block?: bigint;
  readonly accounts?: readonly AccountRef[];
};

export type EigenlayerRead = { readonly reading: VenueReadings; readonly sent: readonly RpcCall[][] };

/** A word that holds an address, as a storage slot does. */
export const slotOf = (address: Hex): Hex => numberToHex(BigInt(address), { size: 32 });

/** Reads EigenLayer through the real reader from a fake node; `sent` holds every HTTP request. */
export async function readEigenlayer({
  changes = [],
  storage,
  block = 550n,
  accounts,
}: World = {}): Promise<EigenlayerRead> {
  const header = rawHeader({ number: block, timestamp: NOW });
  const source = fakeSource(
    fakeChain({
      headers: [header],
      multicall: DEVNET.multicall,
      view: eigenlayerView(...changes),
      ...(storage === undefined ? {} : { storage }),
    }),
  );
  const reader = createPinnedReader({ source, block: refOf(header), multicall: DEVNET.multicall });
  const request = { reader, deployment: EL_DEPLOYMENT, accounts: accounts ?? [ACCOUNT] };
  return { reading: await read(request), sent: source.sent };
}
