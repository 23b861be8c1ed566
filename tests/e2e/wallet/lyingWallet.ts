import type { OwnerWallet } from "./ownerWallet.ts";

type Lies = {
  /** What it says the Safe's hash is. */
  readonly hash?: string;
  /** The chain that it says it is on. */
  readonly chainId?: number;
};

/** An owner's wallet behind a node that lies: about the Safe's own hash, or about the chain. */
export function lyingWallet(wallet: OwnerWallet, { hash, chainId }: Lies): OwnerWallet {
  return {
    ...wallet,
    answer: (request) => {
      if (hash !== undefined && request.method === "eth_call") return Promise.resolve({ result: hash });
      if (chainId !== undefined && request.method === "eth_chainId") {
        return Promise.resolve({ result: `0x${chainId.toString(16)}` });
      }
      return wallet.answer(request);
    },
  };
}
