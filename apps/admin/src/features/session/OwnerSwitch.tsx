"use client";
import { useWallet } from "../../wallet/useWallet.ts";
import type { SessionView } from "./sessionView.ts";
import type { SignInProgress } from "./useSignIn.ts";

type OwnerSwitchProps = {
  readonly session: SessionView | null;
  readonly progress: SignInProgress;
  readonly onSwitch: (walletId: string) => void;
};

/** The devnet's built-in wallets, switched with one click. Shows nothing where there are none. */
export function OwnerSwitch({ session, progress, onSwitch }: OwnerSwitchProps) {
  const { options, connection } = useWallet();
  const owners = options.filter(({ builtIn }) => builtIn);
  if (owners.length === 0) return null;
  return (
    <fieldset className="seg hidden rail:inline-flex" aria-label="Built-in devnet wallets">
      {owners.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={
            session !== null && connection?.walletId === id && connection.address === session.address
          }
          disabled={progress.kind === "asking"}
          onClick={() => onSwitch(id)}
        >
          {name.replace(" (devnet)", "")}
          <span className="sr-only"> (devnet)</span>
        </button>
      ))}
    </fieldset>
  );
}
