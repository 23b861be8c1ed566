import { call } from "./call.ts";
import { ABI } from "./ledgerAbi.ts";
import type { LedgerChain } from "./openLedgerChain.ts";
import { PLACES } from "./places.ts";

const { account, eETH, weETH } = PLACES;

/** Wraps all eETH: none stays between two steps, for it is no position of the adapters. */
export async function wrapEeth({ client, block }: LedgerChain): Promise<void> {
  const asked = { address: eETH, abi: ABI, functionName: "balanceOf", args: [account.address] } as const;
  const balance = await client.readContract(asked);
  await block([
    call(eETH, { fn: "approve", args: [weETH, balance] }),
    call(weETH, { fn: "wrap", args: [balance] }),
  ]);
}
