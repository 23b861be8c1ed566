import type { Address } from "viem";
import { ABI } from "./ledgerAbi.ts";
import type { LedgerChain } from "./openLedgerChain.ts";
import { PLACES } from "./places.ts";

/** `wei` of ether for `shares`. */
export type Rate = { readonly wei: bigint; readonly shares: bigint };

/** What a share is worth, as the contracts' own totals say. */
export type Rates = {
  readonly lido: Rate;
  readonly etherfi: Rate;
  /** What a finalisation at ether.fi would freeze now: the same, rounded up to 18 digits. */
  readonly frozen: Rate;
  /** EigenLayer's strategy, with its thousand virtual shares and wei. */
  readonly strategy: Rate;
};

const VIRTUAL = 1_000n;

export async function readRates({ client }: LedgerChain): Promise<Rates> {
  const ask = (
    address: Address,
    functionName: "getTotalPooledEther" | "getTotalShares" | "totalShares" | "amountPerShareCeil",
  ) => client.readContract({ address, abi: ABI, functionName });
  const held = client.readContract({
    address: PLACES.stETH,
    abi: ABI,
    functionName: "balanceOf",
    args: [PLACES.strategy],
  });
  const [pooled, shares, etherfiPooled, etherfiShares, ceiling, balance, strategyShares] = await Promise.all([
    ask(PLACES.stETH, "getTotalPooledEther"),
    ask(PLACES.stETH, "getTotalShares"),
    ask(PLACES.pool, "getTotalPooledEther"),
    ask(PLACES.eETH, "totalShares"),
    ask(PLACES.pool, "amountPerShareCeil"),
    held,
    ask(PLACES.strategy, "totalShares"),
  ]);
  return {
    lido: { wei: pooled, shares },
    etherfi: { wei: etherfiPooled, shares: etherfiShares },
    frozen: { wei: ceiling, shares: 10n ** 18n },
    strategy: { wei: balance + VIRTUAL, shares: strategyShares + VIRTUAL },
  };
}
