"use client";
import { useCallback, useContext, useSyncExternalStore } from "react";
import type { WalletChain, WalletEngine, WalletState } from "./types.ts";
import { WalletError } from "./WalletError.ts";
import { WalletChainContext } from "./WalletProvider.tsx";
import { walletStore } from "./walletStore.ts";

export type UsedWallet = WalletState & {
  readonly chain: WalletChain | null;
  /** The wallet library, loading it first when needed. */
  readonly engine: () => Promise<WalletEngine>;
};

/** The connected wallet, the wallets there are, and the way to ask them. */
export function useWallet(): UsedWallet {
  const chain = useContext(WalletChainContext);
  const state = useSyncExternalStore(walletStore.subscribe, walletStore.read, walletStore.readOnServer);
  const engine = useCallback(() => {
    if (chain === null) return Promise.reject(new WalletError("unavailable", "no chain is known yet"));
    return walletStore.load(chain);
  }, [chain]);
  return { ...state, chain, engine };
}
