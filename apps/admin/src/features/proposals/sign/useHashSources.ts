"use client";
import { useEffect, useState } from "react";
import type { RawTransaction } from "../verify/rawTransaction.ts";
import { useVerification } from "../verify/VerificationProvider.tsx";
import type { Verification } from "../verify/verification.ts";
import type { HashSource } from "./hashVerdict.ts";
import { useWalletHash } from "./useWalletHash.ts";

type Question = { readonly safeTxHash: string; readonly transaction: RawTransaction };

/** Every place that says what the hash is, in the order in which they are listed. */
export function useHashSources({ safeTxHash, transaction }: Question): readonly HashSource[] {
  const verification = useVerification();
  const second = useSecondHash(transaction);
  const wallet = useWalletHash(transaction);
  return [
    { id: "browser", label: "Ballast verify, in this browser", ...ownHash(verification) },
    { id: "second", label: "What your wallet is asked to sign", value: second, unavailable: "" },
    { id: "stored", label: "Stored in the queue", value: safeTxHash, unavailable: "" },
    ...bundleSource(verification),
    { id: "wallet", label: "The Safe, asked by your wallet", ...wallet },
  ];
}

function ownHash(verification: Verification): Pick<HashSource, "value" | "unavailable"> {
  if (verification.kind === "done") return { value: verification.hashes.safeTxHash, unavailable: "" };
  return { value: null, unavailable: verification.kind === "failed" ? verification.because : "" };
}

function bundleSource(verification: Verification): readonly HashSource[] {
  if (verification.kind !== "done" || verification.bundle === null) return [];
  const value = verification.bundle.facts?.hashes.safeTxHash ?? null;
  const unavailable = value === null ? "the bundle does not check out" : "";
  return [{ id: "bundle", label: "Signed by the keeper", value, unavailable }];
}

function useSecondHash(raw: RawTransaction): string | null {
  const fields = JSON.stringify(raw);
  const [found, setFound] = useState<{ readonly fields: string; readonly hash: string } | null>(null);
  useEffect(() => {
    let current = true;
    import("../../../wallet/safeCalls.ts").then(({ safeTypedDataHash }) => {
      if (current) setFound({ fields, hash: safeTypedDataHash(JSON.parse(fields)) });
    });
    return () => {
      current = false;
    };
  }, [fields]);
  return found?.fields === fields ? found.hash : null;
}
