import { parseAbi } from "viem";

/** The parts of the contracts' interfaces that the devnet itself calls. */
export const erc20Abi = parseAbi([
  "function approve(address spender, uint256 amount) returns (bool)",
  "function transfer(address to, uint256 amount) returns (bool)",
  "function balanceOf(address account) view returns (uint256)",
]);

export const wethAbi = parseAbi(["function deposit() payable"]);

export const stEthAbi = parseAbi([
  "function submit(address referral) payable returns (uint256)",
  "function rebaseTo(uint256 pooled)",
  "function setAprBps(uint256 aprBps)",
  "function aprBps() view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
  "function getTotalShares() view returns (uint256)",
  "function isStopped() view returns (bool)",
  "function stop()",
  "function resume()",
]);

export const wstEthAbi = parseAbi([
  "function wrap(uint256 stETHAmount) returns (uint256)",
  "function unwrap(uint256 wstETHAmount) returns (uint256)",
  "function stEthPerToken() view returns (uint256)",
]);

export const liquidityPoolAbi = parseAbi([
  "function addEthAmountLockedForWithdrawal(uint128 amount)",
  "function fundValidators(uint128 amount)",
  "function deposit() payable returns (uint256)",
  "function rebase(int128 accruedRewards, uint128 protocolFees)",
  "function setAprBps(uint256 aprBps)",
  "function aprBps() view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
]);

export const withdrawalQueueAbi = parseAbi([
  "function resume()",
  "function pauseFor(uint256 duration)",
  "function isPaused() view returns (bool)",
  "function requestWithdrawalsWstETH(uint256[] amounts, address owner) returns (uint256[])",
  "function prefinalize(uint256[] batches, uint256 maxShareRate) view returns (uint256 ethToLock, uint256 sharesToBurn)",
  "function finalize(uint256 lastRequestIdToBeFinalized, uint256 maxShareRate) payable",
  "function getLastRequestId() view returns (uint256)",
  "function getLastFinalizedRequestId() view returns (uint256)",
]);

export const withdrawRequestNftAbi = parseAbi([
  "function nextRequestId() view returns (uint32)",
  "function lastFinalizedRequestId() view returns (uint32)",
  "function getRequest(uint256 requestId) view returns ((uint96 amountOfEEth, uint96 shareOfEEth, bool isValid, uint32 feeGwei))",
  "function finalizeRequests(uint256 requestId)",
]);

/** Of every contract of ether.fi that can be paused. */
export const etherfiPausableAbi = parseAbi([
  "function pause()",
  "function unpause()",
  "function paused() view returns (bool)",
]);

export const redemptionManagerAbi = parseAbi([
  "function initializeTokenParameters(address[] tokens, uint16[] exitFeeSplitToTreasuryInBps, uint16[] exitFeeInBps, uint16[] lowWatermarkInBpsOfTvl, uint256[] bucketCapacity, uint256[] bucketRefillRate)",
  "function setExitFeeBasisPoints(uint16 exitFeeInBps, address token)",
  "function redeemEEth(uint256 eEthAmount, address receiver, address outputToken) returns (uint256)",
]);

export const strategyManagerAbi = parseAbi([
  "function addStrategiesToDepositWhitelist(address[] strategies)",
  "function depositIntoStrategy(address strategy, address token, uint256 amount) returns (uint256)",
]);

export const delegationManagerAbi = parseAbi([
  "function registerAsOperator(address initDelegationApprover, uint32 allocationDelay, string metadataURI)",
  "function delegateTo(address operator, (bytes signature, uint256 expiry) approverSignatureAndExpiry, bytes32 approverSalt)",
  "function delegatedTo(address staker) view returns (address)",
  "function undelegate(address staker) returns (bytes32[])",
  "function minWithdrawalDelayBlocks() view returns (uint32)",
]);

export const allocationManagerAbi = parseAbi([
  "function updateAVSMetadataURI(address avs, string metadataURI)",
  "function createOperatorSets(address avs, (uint32 operatorSetId, address[] strategies)[] params)",
  "function registerForOperatorSets(address operator, (address avs, uint32[] operatorSetIds, bytes data) params)",
  "function modifyAllocations(address operator, ((address avs, uint32 id) operatorSet, address[] strategies, uint64[] newMagnitudes)[] params)",
  "function slashOperator(address avs, (address operator, uint32 operatorSetId, address[] strategies, uint256[] wadsToSlash, string description) params) returns (uint256, uint256[])",
  "function getMaxMagnitude(address operator, address strategy) view returns (uint64)",
  "function getAllocation(address operator, (address avs, uint32 id) operatorSet, address strategy) view returns ((uint64 currentMagnitude, int128 pendingDiff, uint32 effectBlock))",
]);

export const pausableBitsAbi = parseAbi([
  "function pause(uint256 newPausedStatus)",
  "function unpause(uint256 newPausedStatus)",
  "function paused() view returns (uint256)",
]);

export const proxyAbi = parseAbi(["function upgradeTo(address implementation)"]);

export const weEthAbi = parseAbi([
  "function wrap(uint256 eETHAmount) returns (uint256)",
  "function unwrap(uint256 weETHAmount) returns (uint256)",
  "function getRate() view returns (uint256)",
]);

export const feedAbi = parseAbi([
  "function transmit(int192 answer)",
  "function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)",
  "function getRoundData(uint80 roundId) view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)",
]);

export const safeAbi = parseAbi([
  "function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address paymentReceiver)",
  "function getOwners() view returns (address[])",
  "function getThreshold() view returns (uint256)",
]);

export const proxyFactoryAbi = parseAbi([
  "function createProxyWithNonce(address singleton, bytes initializer, uint256 saltNonce) returns (address)",
]);

export const uniswapFactoryAbi = parseAbi([
  "function enableFeeAmount(uint24 fee, int24 tickSpacing)",
  "function getPool(address tokenA, address tokenB, uint24 fee) view returns (address)",
]);

export const positionManagerAbi = parseAbi([
  "function createAndInitializePoolIfNecessary(address token0, address token1, uint24 fee, uint160 sqrtPriceX96) payable returns (address)",
  "function mint((address token0, address token1, uint24 fee, int24 tickLower, int24 tickUpper, uint256 amount0Desired, uint256 amount1Desired, uint256 amount0Min, uint256 amount1Min, address recipient, uint256 deadline)) payable returns (uint256, uint128, uint256, uint256)",
]);

export const poolAbi = parseAbi([
  "function slot0() view returns (uint160 sqrtPriceX96, int24 tick, uint16 observationIndex, uint16 observationCardinality, uint16 observationCardinalityNext, uint8 feeProtocol, bool unlocked)",
]);

export const routerAbi = parseAbi([
  "function exactInputSingle((address tokenIn, address tokenOut, uint24 fee, address recipient, uint256 amountIn, uint256 amountOutMinimum, uint160 sqrtPriceLimitX96)) payable returns (uint256)",
]);

export const quoterAbi = parseAbi([
  "function quoteExactInputSingle((address tokenIn, address tokenOut, uint256 amountIn, uint24 fee, uint160 sqrtPriceLimitX96)) returns (uint256 amountOut, uint160, uint32, uint256)",
]);
