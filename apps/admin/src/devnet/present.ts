import { announceWallet } from "./announceWallet.ts";
import { builtInProvider } from "./builtInProvider.ts";
import { DEVNET_OWNERS } from "./owners.ts";
import type { AnnounceDevnetWallets } from "./types.ts";

/** `#devnet-wallets` of a devnet build: one wallet for each owner, found the way any wallet is found. */
export const announceDevnetWallets: AnnounceDevnetWallets = (chain) =>
  DEVNET_OWNERS.map(({ name, key }, at) => {
    const rdns = `devnet.ballast.owner${at + 1}`;
    announceWallet({ name, rdns, provider: builtInProvider({ name, key, chain }) });
    return rdns;
  });
