import type { Address, Missing } from "@ballast/core";
import { EIGENLAYER_ID } from "../contracts.ts";
import type { AccountReading } from "../reading/readAccount.ts";
import type { StrategyReading } from "../reading/readStrategy.ts";
import { NATIVE_ETHER } from "./nativeEther.ts";

const NATIVE = "restakes native ETH through an EigenPod, which is not read here; its value is missing";

const detailOf = (strategy: Address, shares: bigint | null): string =>
  strategy === NATIVE_ETHER
    ? NATIVE
    : `holds ${shares ?? "an unknown number of"} shares in a strategy that the deployment does not list`;

/** What the account holds in EigenLayer beside the listed strategies; nothing of it has a value here, so it is missing. */
export function unlistedShares(
  { deposited }: AccountReading,
  strategies: readonly StrategyReading[],
): readonly Missing[] {
  if (!deposited.ok) return [deposited.missing];
  const listed = new Set<string>(strategies.map(({ strategy }) => strategy.address));
  return deposited.value
    .filter(({ strategy, shares }) => !listed.has(strategy) && shares !== 0n)
    .map(({ strategy, shares }) => ({
      subject: `position:${EIGENLAYER_ID}:${strategy}`,
      code: "unexpected",
      retry: false,
      detail: detailOf(strategy, shares),
    }));
}
