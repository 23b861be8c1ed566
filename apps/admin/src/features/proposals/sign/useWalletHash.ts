"use client";
import { useEffect, useState } from "react";
import type { WalletConnection, WalletEngine } from "../../../wallet/types.ts";
import { useWallet } from "../../../wallet/useWallet.ts";
import { WalletError } from "../../../wallet/WalletError.ts";
import type { RawTransaction } from "../verify/rawTransaction.ts";

export type AskedHash = { readonly value: string | null; readonly unavailable: string };

const ASKING: AskedHash = { value: null, unavailable: "" };
const HASH = /^0x[0-9a-f]{64}$/;

/** The hash as the Safe itself computes it, asked through the connected wallet's own connection to the chain. */
export function useWalletHash(raw: RawTransaction): AskedHash {
  const { ready, connection, chain, engine } = useWallet();
  const [asked, setAsked] = useState<{ readonly key: string; readonly answer: AskedHash } | null>(null);
  const off = offBecause({ ready, connection, chainId: chain?.chainId ?? 0 });
  const fields = JSON.stringify(raw);
  const key = `${connection?.walletId} ${connection?.chainId} ${fields}`;
  useEffect(() => {
    if (off !== null) return undefined;
    let current = true;
    engine()
      .then((wallet) => ask(wallet, JSON.parse(fields)))
      .then((answer) => {
        if (current) setAsked({ key, answer });
      });
    return () => {
      current = false;
    };
  }, [engine, off, fields, key]);
  if (off !== null) return { value: null, unavailable: off };
  return asked?.key === key ? asked.answer : ASKING;
}

type Facts = {
  readonly ready: boolean;
  readonly connection: WalletConnection | null;
  readonly chainId: number;
};

/** null when the wallet can be asked; empty while wallets are still looked for. */
function offBecause({ ready, connection, chainId }: Facts): string | null {
  if (!ready) return "";
  if (connection === null) return "no wallet connected";
  if (connection.chainId !== chainId) return `wallet is on chain ${connection.chainId}`;
  return null;
}

async function ask(engine: WalletEngine, raw: RawTransaction): Promise<AskedHash> {
  try {
    const { getTransactionHashData } = await import("../../../wallet/safeCalls.ts");
    const call = { to: raw.account, data: getTransactionHashData(raw) };
    const answer = String(await engine.request("eth_call", [call, "latest"])).toLowerCase();
    if (HASH.test(answer)) return { value: answer, unavailable: "" };
    return { value: null, unavailable: "the Safe gave no hash" };
  } catch (error) {
    if (error instanceof WalletError) return { value: null, unavailable: error.message };
    throw error;
  }
}
