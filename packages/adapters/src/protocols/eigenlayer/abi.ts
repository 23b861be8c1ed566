import { parseAbi } from "viem";

/**
 * Functions of EigenLayer's contracts that are used. Signatures: Layr-Labs/eigenlayer-contracts, src/contracts/interfaces
 * IStrategyManager.sol, IDelegationManager.sol, IAllocationManager.sol, IStrategy.sol, IPausable.sol, and strategies/StrategyBaseTVLLimits.sol.
 */
export const EIGENLAYER = parseAbi([
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
  "struct QueuedWithdrawalParams { address[] strategies; uint256[] depositShares; address __deprecated_withdrawer; }",
  "struct SignatureWithExpiry { bytes signature; uint256 expiry; }",
  "struct OperatorSet { address avs; uint32 id; }",
  "struct Allocation { uint64 currentMagnitude; int128 pendingDiff; uint32 effectBlock; }",
  "function paused() view returns (uint256)",
  "function owner() view returns (address)",
  "function balanceOf(address account) view returns (uint256)",
  "function approve(address spender, uint256 amount) returns (bool)",
  "function depositIntoStrategy(address strategy, address token, uint256 amount) returns (uint256)",
  "function strategyIsWhitelistedForDeposit(address strategy) view returns (bool)",
  "function delegatedTo(address staker) view returns (address)",
  "function getDepositedShares(address staker) view returns (address[], uint256[])",
  "function getWithdrawableShares(address staker, address[] strategies) view returns (uint256[] withdrawableShares, uint256[] depositShares)",
  "function getQueuedWithdrawals(address staker) view returns (Withdrawal[] withdrawals, uint256[][] shares)",
  "function minWithdrawalDelayBlocks() view returns (uint32)",
  "function delegateTo(address operator, SignatureWithExpiry approverSignatureAndExpiry, bytes32 approverSalt)",
  "function undelegate(address staker) returns (bytes32[])",
  "function redelegate(address newOperator, SignatureWithExpiry newOperatorApproverSig, bytes32 approverSalt) returns (bytes32[])",
  "function queueWithdrawals(QueuedWithdrawalParams[] params) returns (bytes32[])",
  "function completeQueuedWithdrawals(Withdrawal[] withdrawals, address[][] tokens, bool[] receiveAsTokens)",
  "function getMaxMagnitudes(address operator, address[] strategies) view returns (uint64[])",
  "function getMaxMagnitudesAtBlock(address operator, address[] strategies, uint32 blockNumber) view returns (uint64[])",
  "function getStrategyAllocations(address operator, address strategy) view returns (OperatorSet[] operatorSets, Allocation[] allocations)",
  "function getRegisteredSets(address operator) view returns (OperatorSet[])",
  "function isOperatorSlashable(address operator, OperatorSet operatorSet) view returns (bool)",
  "function isOperatorRedistributable(address operator) view returns (bool)",
  "function underlyingToken() view returns (address)",
  "function totalShares() view returns (uint256)",
  "function sharesToUnderlyingView(uint256 amountShares) view returns (uint256)",
  "function getTVLLimits() view returns (uint256 maxPerDeposit, uint256 maxTotalDeposits)",
]);
