"use client";
import { Button } from "../../../components/Button.tsx";
import { useWallet } from "../../../wallet/useWallet.ts";
import type { Act } from "./acts.ts";

/** The way out of the reason, where a click can be one. Signing in is in the bar. */
export function FixButton({ act }: { readonly act: Act }) {
  const { engine, chain } = useWallet();
  if (act.can || act.fix !== "switch-chain") return null;
  const switchChain = () => engine().then((wallet) => wallet.switchChain());
  return (
    <Button tone="authored" onClick={switchChain}>
      Switch the wallet to {chain?.name}
    </Button>
  );
}
