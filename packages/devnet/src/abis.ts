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
]);

export const wstEthAbi = parseAbi([
  "function wrap(uint256 stETHAmount) returns (uint256)",
  "function unwrap(uint256 wstETHAmount) returns (uint256)",
  "function stEthPerToken() view returns (uint256)",
]);

export const liquidityPoolAbi = parseAbi([
  "function setEETH(address eETH)",
  "function deposit() payable returns (uint256)",
  "function rebase(int128 accruedRewards)",
  "function payProtocolFees(uint128 protocolFees)",
  "function setAprBps(uint256 aprBps)",
  "function aprBps() view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
]);

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
