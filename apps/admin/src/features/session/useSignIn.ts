"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { beginSignIn } from "../../auth/beginSignIn.ts";
import { completeSignIn } from "../../auth/completeSignIn.ts";
import type { WalletEngine } from "../../wallet/types.ts";
import { useWallet } from "../../wallet/useWallet.ts";
import { WalletError } from "../../wallet/WalletError.ts";

export type SignInProgress =
  | { readonly kind: "idle" }
  | { readonly kind: "asking"; readonly walletId: string }
  | { readonly kind: "refused"; readonly because: string };

/** Connects a wallet and signs in with it: one signature, which moves nothing. */
export function useSignIn() {
  const { engine } = useWallet();
  const router = useRouter();
  const [progress, setProgress] = useState<SignInProgress>({ kind: "idle" });
  const signIn = async (walletId: string) => {
    setProgress({ kind: "asking", walletId });
    const because = await signInWith(await engine(), walletId);
    setProgress(because === null ? { kind: "idle" } : { kind: "refused", because });
    if (because === null) router.refresh();
    return because === null;
  };
  return { progress, signIn };
}

/** null when signed in, else why not. */
async function signInWith(engine: WalletEngine, walletId: string): Promise<string | null> {
  try {
    const { address } = await engine.connect(walletId);
    const start = await beginSignIn(address);
    if (!start.ok) return start.because;
    const signature = await engine.request("personal_sign", [toHex(start.message), address]);
    const end = await completeSignIn({ message: start.message, signature: String(signature) });
    return end.ok ? null : end.because;
  } catch (error) {
    if (error instanceof WalletError) return `Not signed in. ${error.message}`;
    throw error;
  }
}

function toHex(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return `0x${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
