/** A wallet that announced itself (EIP-6963) or that the devnet build brought. */
export type WalletOption = {
  readonly id: string;
  readonly name: string;
  /** data: URI from the wallet itself, or null. */
  readonly icon: string | null;
  readonly builtIn: boolean;
};

export type WalletConnection = {
  readonly walletId: string;
  /** Lower-case. */
  readonly address: `0x${string}`;
  readonly chainId: number;
};

export type WalletState = {
  /** False until wallets could announce themselves. */
  readonly ready: boolean;
  readonly options: readonly WalletOption[];
  readonly connection: WalletConnection | null;
};

/** What the page needs to know of the chain before it meets a wallet. */
export type WalletChain = {
  readonly chainId: number;
  readonly name: string;
  /** Set only by a devnet build on the built-in devnet: built-in wallets reach the chain here. */
  readonly builtInRpc: string | null;
};

/** The wallet library, loaded after the page is readable. Every chain request of the admin goes through `request`. */
export type WalletEngine = {
  readonly connect: (walletId: string) => Promise<WalletConnection>;
  readonly disconnect: () => Promise<void>;
  readonly switchChain: () => Promise<void>;
  /** EIP-1193 request to the connected wallet. Throws WalletError. */
  readonly request: (method: string, params: readonly unknown[]) => Promise<unknown>;
};
