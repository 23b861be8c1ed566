"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWallet } from "../../../wallet/useWallet.ts";
import { WalletError } from "../../../wallet/WalletError.ts";
import { submitSignature } from "../submitSignature.ts";
import { executeTransaction, WouldFailError, waitForReceipt } from "./executeTransaction.ts";
import type { SignPanelProps } from "./signPanelProps.ts";
import { signTransaction, WrongSignatureError } from "./signTransaction.ts";

export type Progress =
  | { readonly kind: "idle" }
  | { readonly kind: "asking"; readonly act: "sign" | "execute" }
  | { readonly kind: "posting" }
  /** Signed, but the server did not take it: the signature is kept here. */
  | { readonly kind: "unposted"; readonly signature: string; readonly because: string }
  | { readonly kind: "sent"; readonly hash: string }
  | { readonly kind: "mined"; readonly block: string }
  | { readonly kind: "refused"; readonly because: string };

/** Signing and executing by the connected wallet, step by step. */
export function useActs({ proposal, reader }: SignPanelProps) {
  const { engine } = useWallet();
  const router = useRouter();
  const [progress, setProgress] = useState<Progress>({ kind: "idle" });
  const { transaction: raw, safeTxHash } = proposal;
  const owner = reader.address ?? "";

  const post = async (signature: string) => {
    setProgress({ kind: "posting" });
    const posted = await postSafely({ safeTxHash, signature });
    setProgress(posted.ok ? { kind: "idle" } : { kind: "unposted", signature, because: posted.because });
    if (posted.ok) router.refresh();
  };
  const sign = async () => {
    setProgress({ kind: "asking", act: "sign" });
    try {
      await post(await signTransaction({ engine: await engine(), raw, safeTxHash, owner }));
    } catch (error) {
      setProgress({ kind: "refused", because: `Not signed. ${said(error)}` });
    }
  };
  const execute = async () => {
    setProgress({ kind: "asking", act: "execute" });
    try {
      const wallet = await engine();
      const { signatures, threshold } = proposal;
      const hash = await executeTransaction({ engine: wallet, raw, from: owner, signatures, threshold });
      setProgress({ kind: "sent", hash });
      const receipt = await waitForReceipt(wallet, hash);
      if (receipt.kind === "mined") setProgress(mined(receipt));
      router.refresh();
    } catch (error) {
      setProgress({ kind: "refused", because: `Not executed. ${said(error)}` });
    }
  };
  return { progress, sign, execute, post };
}

const mined = ({ ok, block }: { ok: boolean; block: string }): Progress =>
  ok
    ? { kind: "mined", block }
    : { kind: "refused", because: `It reverted in block ${block}. Nothing moved; the nonce was not used.` };

async function postSafely(offer: { safeTxHash: string; signature: string }) {
  try {
    return await submitSignature(offer);
  } catch (error) {
    // A server action that can't be reached throws whatever the browser's fetch throws.
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false as const, because: `The admin did not answer (${detail}).` };
  }
}

/** Only what a wallet or the Safe may say is shown; anything else is a mistake and surfaces as one. */
function said(error: unknown): string {
  if (
    error instanceof WalletError ||
    error instanceof WrongSignatureError ||
    error instanceof WouldFailError
  ) {
    return error.message;
  }
  throw error;
}
