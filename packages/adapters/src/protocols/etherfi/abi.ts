import { parseAbi } from "viem";

/** Functions of ether.fi's contracts that are used. Signatures: etherfi-protocol/smart-contracts, src/core/WeETH.sol, EETH.sol, LiquidityPool.sol. */
export const ETHERFI = parseAbi([
  "function getRate() view returns (uint256)",
  "function totalShares() view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
  "function paused() view returns (bool)",
  "function pausedUntil() view returns (uint256)",
]);
