import { utf8ToBytes } from "@noble/hashes/utils.js";
import { keccak } from "../bytes/keccak.ts";

/** The first four bytes of the hash of a function's signature, as hex. */
const selector = (signature: string): string => keccak(utf8ToBytes(signature)).slice(0, 10);

/** ERC-20. */
export const APPROVE = selector("approve(address,uint256)");
/** Uniswap SwapRouter02 (swap-router-contracts, IV3SwapRouter): without a deadline of its own. */
export const EXACT_INPUT_SINGLE = selector(
  "exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))",
);
/** Uniswap SwapRouter02 (IMulticallExtended): reverts after its deadline. */
export const MULTICALL_DEADLINE = selector("multicall(uint256,bytes[])");
/** Safe's MultiSend and MultiSendCallOnly. */
export const MULTI_SEND = selector("multiSend(bytes)");
