"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { RawTransaction } from "./rawTransaction.ts";
import type { Verification } from "./verification.ts";

const CHECKING: Verification = { kind: "checking" };

const VerificationContext = createContext<Verification>(CHECKING);

type VerificationProviderProps = {
  readonly transaction: RawTransaction;
  readonly safeTxHash: string;
  readonly hasBundle: boolean;
  readonly children: ReactNode;
};

/** Fetches the bundle file and checks it in this browser; every panel of the proposal shows what came out. */
export function VerificationProvider({
  transaction,
  safeTxHash,
  hasBundle,
  children,
}: VerificationProviderProps) {
  const [verification, setVerification] = useState<Verification>(CHECKING);
  // The fields of a transaction never change under its hash, but each refresh sends new objects.
  const fields = JSON.stringify(transaction);
  useEffect(() => {
    let current = true;
    verify(JSON.parse(fields), hasBundle ? safeTxHash : null).then((found) => {
      if (current) setVerification(found);
    });
    return () => {
      current = false;
    };
  }, [fields, safeTxHash, hasBundle]);
  return <VerificationContext value={verification}>{children}</VerificationContext>;
}

/** What the browser found out about the proposal that is open. */
export function useVerification(): Verification {
  return useContext(VerificationContext);
}

async function verify(transaction: RawTransaction, bundleOf: string | null): Promise<Verification> {
  try {
    const { verifyTransaction } = await import("./verifyTransaction.ts");
    return verifyTransaction(transaction, bundleOf === null ? null : await fetchBundle(bundleOf));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: "failed", because: `The transaction could not be checked: ${error.message}` };
  }
}

async function fetchBundle(safeTxHash: string): Promise<string> {
  const response = await fetch(`/api/proposals/${safeTxHash}/bundle`, { cache: "no-store" });
  if (!response.ok)
    throw new Error(`the bundle could not be fetched (${response.status}). Load the page again.`);
  return response.text();
}
