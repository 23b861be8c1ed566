import { parseAbi } from "viem";

/** Functions of Lido's contracts that are used. Signatures: lidofinance/core, contracts/0.6.12/WstETH.sol, 0.4.24/Lido.sol. */
export const LIDO = parseAbi([
  "function stEthPerToken() view returns (uint256)",
  "function isStopped() view returns (bool)",
]);
