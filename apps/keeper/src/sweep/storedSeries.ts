import type { AccountRef, Policy } from "@ballast/core";

/** Whose slice the series is of, and what was asked of the market for it. */
export type SliceOwner = {
  readonly account: Pick<AccountRef, "address">;
  readonly policy: Pick<Policy, "guards" | "costs">;
};

/**
 * The name by which a series of a slice is stored. Accounts of a chain share their rows: what was asked of a market is part of the name, because policies may ask for different sizes and ceilings,
 * and so is the address of whose Safe it is. Any other series is the chain's own and keeps its name.
 */
export function storedSeries(id: string, { account, policy }: SliceOwner): string {
  if (id.startsWith("market:")) return `${id}@${policy.guards.marketDepeg.size}`;
  if (id.startsWith("depth:")) return `${id}@${policy.costs.slippage}`;
  return id.startsWith("safe:") ? id.replace("safe:", `safe:${account.address}:`) : id;
}
