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

/** EigenLayer DelegationManager (eigenlayer-contracts, IDelegationManager). */
export const QUEUE_WITHDRAWALS = selector("queueWithdrawals((address[],uint256[],address)[])");
export const UNDELEGATE = selector("undelegate(address)");
export const COMPLETE_QUEUED_WITHDRAWALS = selector(
  "completeQueuedWithdrawals((address,address,address,uint256,uint32,address[],uint256[])[],address[][],bool[])",
);
/** ether.fi (smart-contracts, IWeETHWithdrawAdapter and IWithdrawRequestNFT). */
export const REQUEST_WITHDRAW = selector("requestWithdraw(uint256,address)");
export const BATCH_CLAIM_WITHDRAW = selector("batchClaimWithdraw(uint256[])");
/** Lido (core, WithdrawalQueue). */
export const REQUEST_WITHDRAWALS_WSTETH = selector("requestWithdrawalsWstETH(uint256[],address)");
export const CLAIM_WITHDRAWALS = selector("claimWithdrawals(uint256[],uint256[])");
