import { parseAbi } from "viem";

/** Uniswap/v3-periphery contracts/lens/QuoterV2.sol. Not a view, but meant for eth_call: it swaps and reverts inside. */
export const QUOTER_V2 = parseAbi([
  "struct QuoteParams { address tokenIn; address tokenOut; uint256 amountIn; uint24 fee; uint160 sqrtPriceLimitX96; }",
  "function quoteExactInputSingle(QuoteParams params) returns (uint256 amountOut, uint160 sqrtPriceX96After, uint32 initializedTicksCrossed, uint256 gasEstimate)",
]);

/** Uniswap/swap-router-contracts contracts/interfaces/IV3SwapRouter.sol: the struct of SwapRouter02 has no deadline. */
export const SWAP_ROUTER_02 = parseAbi([
  "struct SwapParams { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(SwapParams params) payable returns (uint256 amountOut)",
]);

export const ERC20 = parseAbi(["function approve(address spender, uint256 amount) returns (bool)"]);
