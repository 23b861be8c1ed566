import { type AccountRef, type AssetId, type PositionReading, positionId, type VenueId } from "@ballast/core";
import { encodeFunctionData, parseAbi } from "viem";
import type { CriticalCall, VenuePosition } from "../adapter.ts";
import { encodeGetEthBalance } from "../chain/aggregate3.ts";
import type { PinnedCall } from "../chain/pinnedReader.ts";
import type { DeployedAsset, Deployment } from "../deployment/types.ts";
import type { RateSource } from "../rateSource.ts";

/** A position that is a balance: how the balance of an account is read and what one unit is worth. */
export type Holding = VenuePosition & {
  readonly venue: VenueId;
  readonly rate: RateSource;
  balanceCall(account: AccountRef): PinnedCall;
  balanceSource(account: AccountRef): PositionReading["source"];
};

const ERC20 = parseAbi(["function balanceOf(address account) view returns (uint256)"]);

/** The position that a token held in the account itself is. */
export function tokenHolding(token: DeployedAsset, rate: RateSource): Holding {
  const { venue } = rate;
  const position = positionId(`${venue}:${token.id}`);
  return {
    position,
    venue,
    asset: token.id,
    rate,
    balanceCall: ({ address }) => ({
      subject: `position:${position}`,
      to: token.address,
      data: encodeFunctionData({ abi: ERC20, args: [address] }),
    }),
    balanceSource: () => ({ kind: "call", contract: token.address, method: "balanceOf" }),
  };
}

/** The position that the account's balance of the chain's own coin is. */
export function coinHolding(
  coin: AssetId,
  { rate, deployment }: { rate: RateSource; deployment: Deployment },
): Holding {
  const position = positionId(`${rate.venue}:${coin}`);
  return {
    position,
    venue: rate.venue,
    asset: coin,
    rate,
    balanceCall: ({ address }) => ({
      subject: `position:${position}`,
      to: deployment.multicall,
      data: encodeGetEthBalance(address),
    }),
    balanceSource: ({ address }) => ({ kind: "state", account: address, field: "balance" }),
  };
}

/** The balances that a second source must confirm. */
export const criticalBalances = (
  holdings: readonly Holding[],
  accounts: readonly AccountRef[],
): readonly CriticalCall[] =>
  accounts.flatMap((account) => holdings.map((holding) => ({ account, call: holding.balanceCall(account) })));
