"use client";
import { Icon } from "../../components/Icon.tsx";
import type { WalletOption } from "../../wallet/types.ts";
import { useWallet } from "../../wallet/useWallet.ts";
import type { SessionView } from "./sessionView.ts";
import type { SignInProgress } from "./useSignIn.ts";

type WalletRowProps = {
  readonly option: WalletOption;
  readonly session: SessionView | null;
  readonly progress: SignInProgress;
  readonly onChoose: (walletId: string) => void;
};

/** One wallet, with what a click does. */
export function WalletRow({ option, session, progress, onChoose }: WalletRowProps) {
  const { connection } = useWallet();
  const connected = connection?.walletId === option.id;
  const signedIn = connected && session !== null && connection.address === session.address;
  const asking = progress.kind === "asking" && progress.walletId === option.id;
  return (
    <li>
      <button
        type="button"
        className="flex w-full items-center gap-3 rounded-control border border-control px-3 py-2 text-left hover:bg-hover disabled:border-dashed"
        disabled={progress.kind === "asking" || signedIn}
        onClick={() => onChoose(option.id)}
      >
        <WalletIcon option={option} />
        <span className="flex-1 font-medium">{option.name}</span>
        <span className="text-xs text-ink-3">{stateOf({ asking, signedIn, builtIn: option.builtIn })}</span>
      </button>
    </li>
  );
}

function WalletIcon({ option }: { readonly option: WalletOption }) {
  if (option.icon === null || option.builtIn) return <Icon name="wallet" />;
  // biome-ignore lint/performance/noImgElement: a data: URI of the wallet itself; there is nothing to optimise
  return <img src={option.icon} alt="" width={16} height={16} />;
}

function stateOf(state: { asking: boolean; signedIn: boolean; builtIn: boolean }): string {
  if (state.asking) return "Your wallet is asking";
  if (state.signedIn) return "Signed in";
  return state.builtIn ? "Built in, devnet only" : "Sign in";
}
