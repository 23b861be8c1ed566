import { expect, test } from "vitest";
import {
  APPROVE,
  BATCH_CLAIM_WITHDRAW,
  CLAIM_WITHDRAWALS,
  COMPLETE_QUEUED_WITHDRAWALS,
  EXACT_INPUT_SINGLE,
  MULTI_SEND,
  MULTICALL_DEADLINE,
  QUEUE_WITHDRAWALS,
  REQUEST_WITHDRAW,
  REQUEST_WITHDRAWALS_WSTETH,
  UNDELEGATE,
} from "./selectors.ts";

/** As they stand in deployed bytecode: ERC-20, SwapRouter02, MultiSend, EigenLayer, ether.fi and Lido. */
test.each([
  ["approve", APPROVE, "0x095ea7b3"],
  ["exactInputSingle of SwapRouter02, not of the first SwapRouter", EXACT_INPUT_SINGLE, "0x04e45aaf"],
  ["multicall with a deadline", MULTICALL_DEADLINE, "0x5ae401dc"],
  ["multiSend", MULTI_SEND, "0x8d80ff0a"],
  ["queueWithdrawals", QUEUE_WITHDRAWALS, "0x0dd8dd02"],
  ["undelegate", UNDELEGATE, "0xda8be864"],
  ["completeQueuedWithdrawals, not of one withdrawal", COMPLETE_QUEUED_WITHDRAWALS, "0x9435bb43"],
  ["requestWithdraw of the weETH adapter, not of the pool", REQUEST_WITHDRAW, "0xccc143b8"],
  ["batchClaimWithdraw", BATCH_CLAIM_WITHDRAW, "0x24fccdcf"],
  ["requestWithdrawalsWstETH", REQUEST_WITHDRAWALS_WSTETH, "0x19aa6257"],
  ["claimWithdrawals, not to somebody", CLAIM_WITHDRAWALS, "0xe3afe0a3"],
])("the selector of %s", (_, selector, known) => {
  expect(selector).toBe(known);
});
