import { expect, test } from "vitest";
import { APPROVE, EXACT_INPUT_SINGLE, MULTI_SEND, MULTICALL_DEADLINE } from "./selectors.ts";

/** As they stand in deployed bytecode: ERC-20, SwapRouter02 and MultiSend. */
test.each([
  ["approve", APPROVE, "0x095ea7b3"],
  ["exactInputSingle of SwapRouter02, not of the first SwapRouter", EXACT_INPUT_SINGLE, "0x04e45aaf"],
  ["multicall with a deadline", MULTICALL_DEADLINE, "0x5ae401dc"],
  ["multiSend", MULTI_SEND, "0x8d80ff0a"],
])("the selector of %s", (_, selector, known) => {
  expect(selector).toBe(known);
});
