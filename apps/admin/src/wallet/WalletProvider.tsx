"use client";
import { createContext, type ReactNode, useEffect } from "react";
import type { WalletChain } from "./types.ts";
import { walletStore } from "./walletStore.ts";

export const WalletChainContext = createContext<WalletChain | null>(null);

/** Says which chain wallets must be on, and starts looking for wallets once the page has been drawn. */
export function WalletProvider({
  chain,
  children,
}: {
  readonly chain: WalletChain | null;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    if (chain !== null) void walletStore.load(chain);
  }, [chain]);
  return <WalletChainContext value={chain}>{children}</WalletChainContext>;
}
