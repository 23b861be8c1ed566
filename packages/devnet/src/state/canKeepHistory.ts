import type { Rpc } from "../chain/rpc.ts";

/**
 * anvil adds 77 bytes per block that it has made to each of its historical states: after this many blocks (nearly 7 hours
 * at 4 s) their dump would pass 300 MB. A restart then has only the states from its own blocks on.
 */
const blocksAtMost = 6_000;

/**
 * Whether the historical states are small enough to be written at the end.
 * @param firstBlock the head with which this anvil began
 */
export async function canKeepHistory(rpc: Rpc, firstBlock: number): Promise<boolean> {
  return Number(await rpc<string>("eth_blockNumber")) - firstBlock <= blocksAtMost;
}
