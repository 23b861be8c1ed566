import { parseAbi } from "viem";

const structs = [
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
  "struct QueuedWithdrawalParams { address[] strategies; uint256[] depositShares; address __deprecated_withdrawer; }",
  "struct SignatureWithExpiry { bytes signature; uint256 expiry; }",
  "struct OperatorSet { address avs; uint32 id; }",
  "struct AllocateParams { OperatorSet operatorSet; address[] strategies; uint64[] newMagnitudes; }",
  "struct SlashingParams { address operator; uint32 operatorSetId; address[] strategies; uint256[] wadsToSlash; string description; }",
  "struct RegisterParams { address avs; uint32[] operatorSetIds; bytes data; }",
  "struct DeregisterParams { address operator; address avs; uint32[] operatorSetIds; }",
  "struct CreateSetParams { uint32 operatorSetId; address[] strategies; }",
] as const;

/** What the replay calls, reads and listens for, as the real contracts have it; `mint` and `burn` are the devnet's. */
export const eigenlayerAbi = {
  delegation: parseAbi([
    ...structs,
    "function registerAsOperator(address, uint32, string)",
    "function delegateTo(address, SignatureWithExpiry, bytes32)",
    "function undelegate(address)",
    "function redelegate(address, SignatureWithExpiry, bytes32)",
    "function queueWithdrawals(QueuedWithdrawalParams[])",
    "function completeQueuedWithdrawal(Withdrawal, address[], bool)",
    "function delegatedTo(address) view returns (address)",
    "function depositScalingFactor(address, address) view returns (uint256)",
    "function getQueuedWithdrawals(address) view returns (Withdrawal[], uint256[][])",
    "function getSlashableSharesInQueue(address, address) view returns (uint256)",
    "function getWithdrawableShares(address, address[]) view returns (uint256[], uint256[])",
    "function operatorShares(address, address) view returns (uint256)",
    "event SlashingWithdrawalQueued(bytes32 withdrawalRoot, Withdrawal withdrawal, uint256[] sharesToWithdraw)",
    "event OperatorSharesSlashed(address indexed operator, address strategy, uint256 totalSlashedShares)",
  ]),
  strategies: parseAbi([
    "function addStrategiesToDepositWhitelist(address[])",
    "function removeStrategiesFromDepositWhitelist(address[])",
    "function depositIntoStrategy(address, address, uint256) returns (uint256)",
    "function stakerDepositShares(address, address) view returns (uint256)",
    "event Deposit(address staker, address strategy, uint256 shares)",
  ]),
  allocations: parseAbi([
    ...structs,
    "function updateAVSMetadataURI(address, string)",
    "function createOperatorSets(address, CreateSetParams[])",
    "function registerForOperatorSets(address, RegisterParams)",
    "function deregisterFromOperatorSets(DeregisterParams)",
    "function modifyAllocations(address, AllocateParams[])",
    "function slashOperator(address, SlashingParams)",
    "function getEncumberedMagnitude(address, address) view returns (uint64)",
    "function getMaxMagnitude(address, address) view returns (uint64)",
    "function getMaxMagnitudesAtBlock(address, address[], uint32) view returns (uint64[])",
    "event OperatorSlashed(address operator, OperatorSet operatorSet, address[] strategies, uint256[] wadSlashed, string description)",
  ]),
  pods: parseAbi([
    "function recordBeaconChainETHBalanceUpdate(address, uint256, int256)",
    "function stakerDepositShares(address, address) view returns (uint256)",
    "function beaconChainSlashingFactor(address) view returns (uint64)",
  ]),
  strategy: parseAbi([
    "function sharesToUnderlyingView(uint256) view returns (uint256)",
    "function totalShares() view returns (uint256)",
    "function userUnderlyingView(address) view returns (uint256)",
  ]),
  token: parseAbi([
    "function approve(address, uint256) returns (bool)",
    "function balanceOf(address) view returns (uint256)",
    "function burn(address, uint256)",
    "function mint(address, uint256)",
  ]),
  pausable: parseAbi(["function pause(uint256)", "function unpause(uint256)"]),
} as const;
