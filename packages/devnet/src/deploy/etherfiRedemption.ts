import { type Address, encodeFunctionData } from "viem";
import { redemptionManagerAbi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { operatorAddresses } from "./operatorDeployments.ts";

/** How ether.fi's contracts write the chain's own coin. */
export const nativeEther: Address = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";
/** Mainnet's order of magnitude; the figures themselves are the devnet's own. */
export const exitFeeBps = 30;
const feeSplitToTreasuryBps = 1_000;
const lowWatermarkBps = 100;
/** As large as the pool: what a redemption meets first on the devnet is the pool's liquidity. */
const bucketWei = 3_000_000n * 10n ** 18n;
const refillWeiPerSecond = 10n ** 18n;

/** Opens instant redemption for ether. */
export function openRedemption(): DevnetTransaction {
  const args = [
    [nativeEther],
    [feeSplitToTreasuryBps],
    [exitFeeBps],
    [lowWatermarkBps],
    [bucketWei],
    [refillWeiPerSecond],
  ] as const;
  return {
    what: "open ether.fi's redemption",
    from: devnetAccounts.operator.address,
    to: operatorAddresses.redemptionManager,
    data: encodeFunctionData({
      abi: redemptionManagerAbi,
      functionName: "initializeTokenParameters",
      args,
    }),
  };
}
