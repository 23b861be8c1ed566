export type DevnetWalletsChain = { readonly chainId: number; readonly rpc: string };

/** What `#devnet-wallets` exports, in a devnet build and in any other. */
export type AnnounceDevnetWallets = (chain: DevnetWalletsChain) => readonly string[];
