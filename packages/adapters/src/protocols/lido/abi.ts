import { parseAbi } from "viem";

/** Functions of Lido's contracts that are used. Signatures: lidofinance/core, contracts/0.6.12/WstETH.sol, 0.4.24/Lido.sol. */
export const LIDO = parseAbi([
  "function stEthPerToken() view returns (uint256)",
  "function isStopped() view returns (bool)",
]);

/** The withdrawal queue's, from lidofinance/core, contracts/0.8.9/WithdrawalQueue.sol and WithdrawalQueueBase.sol. */
export const QUEUE = parseAbi([
  "function requestWithdrawalsWstETH(uint256[] amounts, address owner) returns (uint256[] requestIds)",
  "function claimWithdrawals(uint256[] requestIds, uint256[] hints)",
  "function getWithdrawalRequests(address owner) view returns (uint256[] requestIds)",
  "function getWithdrawalStatus(uint256[] requestIds) view returns ((uint256 amountOfStETH, uint256 amountOfShares, address owner, uint256 timestamp, bool isFinalized, bool isClaimed)[] statuses)",
  "function findCheckpointHints(uint256[] requestIds, uint256 firstIndex, uint256 lastIndex) view returns (uint256[] hintIds)",
  "function getClaimableEther(uint256[] requestIds, uint256[] hints) view returns (uint256[] claimableEthValues)",
  "function prefinalize(uint256[] batches, uint256 maxShareRate) view returns (uint256 ethToLock, uint256 sharesToBurn)",
]);

/** Getters of stETH: contracts/0.4.24/Lido.sol and StETH.sol; the last two are of its Aragon proxy (see `readPool`). */
export const POOL_GETTERS = [
  "isStopped",
  "getTotalPooledEther",
  "getTotalShares",
  "implementation",
  "kernel",
] as const;

/** Getters of the queue, from the same files as `QUEUE` and utils/PausableUntil.sol. */
export const QUEUE_GETTERS = [
  "isPaused",
  "getResumeSinceTimestamp",
  "isBunkerModeActive",
  "unfinalizedStETH",
  "MIN_STETH_WITHDRAWAL_AMOUNT",
  "MAX_STETH_WITHDRAWAL_AMOUNT",
  "getLastFinalizedRequestId",
  "getLastCheckpointIndex",
] as const;
