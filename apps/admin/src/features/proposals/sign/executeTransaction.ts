import type { WalletEngine } from "../../../wallet/types.ts";
import { WalletError } from "../../../wallet/WalletError.ts";
import type { RawTransaction } from "../verify/rawTransaction.ts";

type Execution = {
  readonly engine: WalletEngine;
  readonly raw: RawTransaction;
  /** Lower-case. */
  readonly from: string;
  readonly signatures: readonly { readonly owner: string; readonly signature: string }[];
  readonly threshold: number;
};

/** The Safe would refuse the transaction now, so it was not sent. */
export class WouldFailError extends Error {
  constructor(reason: string) {
    super(`It would fail now, so it was not sent. ${reason}`);
    this.name = "WouldFailError";
  }
}

/** Tries the execution by the wallet's own call first, then sends it. Returns the hash of the sent transaction. */
export async function executeTransaction({
  engine,
  raw,
  from,
  signatures,
  threshold,
}: Execution): Promise<string> {
  const { execTransactionData } = await import("../../../wallet/safeCalls.ts");
  const call = { from, to: raw.account, data: execTransactionData(raw, { signatures, threshold }) };
  await tryFirst(engine, call);
  return String(await engine.request("eth_sendTransaction", [call]));
}

async function tryFirst(engine: WalletEngine, call: object): Promise<void> {
  try {
    await engine.request("eth_call", [call, "latest"]);
  } catch (error) {
    if (error instanceof WalletError && error.fault === "unavailable")
      throw new WouldFailError(error.message);
    throw error;
  }
}

const POLL_MS = 1500;
const POLLS = 80;

export type Receipt =
  | { readonly kind: "mined"; readonly ok: boolean; readonly block: string }
  | { readonly kind: "not-seen" };

/** Waits for the sent transaction's receipt by the wallet's own connection, two minutes at most. */
export async function waitForReceipt(engine: WalletEngine, hash: string): Promise<Receipt> {
  for (let poll = 0; poll < POLLS; poll++) {
    const receipt = (await engine.request("eth_getTransactionReceipt", [hash])) as {
      status?: string;
      blockNumber?: string;
    } | null;
    if (receipt?.blockNumber !== undefined) {
      return { kind: "mined", ok: receipt.status === "0x1", block: `${BigInt(receipt.blockNumber)}` };
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return { kind: "not-seen" };
}
