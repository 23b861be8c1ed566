import type { WalletChain, WalletEngine, WalletState } from "./types.ts";

const NOTHING: WalletState = { ready: false, options: [], connection: null };

let state = NOTHING;
let loading: Promise<WalletEngine> | null = null;
const listeners = new Set<() => void>();

function publish(next: WalletState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** The page's one wallet state. The library behind it is loaded on first use, so that reading needs none of it. */
export const walletStore = {
  read: (): WalletState => state,
  readOnServer: (): WalletState => NOTHING,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  load(chain: WalletChain): Promise<WalletEngine> {
    loading ??= import("./startEngine.ts").then(({ startEngine }) => startEngine(chain, publish));
    return loading;
  },
};
