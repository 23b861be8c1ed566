import { claimedChain } from "@ballast/db";
import { cache } from "react";
import { DEVNET_GENESIS } from "../devnet/genesis.ts";
import { DEVNET_BUILD, env } from "../env/env.ts";
import { database } from "./database.ts";

export type ChainView = {
  readonly chainId: bigint;
  readonly name: string;
  /** What the badge in the bar says. */
  readonly badge: string;
  /** A devnet build on the built-in devnet: readable without sign-in, with built-in wallets. */
  readonly devnet: { readonly rpc: string } | null;
};

/** The chain that this database belongs to; null before a keeper or a devnet claimed it. */
export const chainFacts = cache(async (): Promise<ChainView | null> => {
  const chain = await claimedChain(database().db);
  if (chain === undefined) return null;
  const rpc = DEVNET_BUILD && chain.genesisHash === DEVNET_GENESIS ? env().devnetRpc : null;
  const devnet = rpc === null ? null : { rpc: rpc.href };
  const isMainnet = chain.chainId === 1n;
  if (devnet !== null) return { chainId: chain.chainId, name: "Devnet", badge: "DEVNET", devnet };
  return {
    chainId: chain.chainId,
    name: isMainnet ? "Ethereum" : `Chain ${chain.chainId}`,
    badge: isMainnet ? "LIVE MAINNET" : `CHAIN ${chain.chainId}`,
    devnet,
  };
});
