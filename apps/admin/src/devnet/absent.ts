import type { AnnounceDevnetWallets } from "./types.ts";

/** `#devnet-wallets` of a production build: there are none. */
export const announceDevnetWallets: AnnounceDevnetWallets = () => [];
