import type { Hex } from "viem";
import { expect, test } from "vitest";
import { multiSendData } from "../../test/bundleParts.ts";
import { approveCall, deadlineCall, TOKENS } from "../../test/validBundle.ts";
import { CalldataError } from "../errors/CalldataError.ts";
import { decodeCalls } from "./decodeCalls.ts";

test("a batch is read call by call, known or not", () => {
  const stranger = { to: TOKENS.WETH, value: 1n, data: "0xdeadbeef" as Hex };
  const calls = decodeCalls(multiSendData([deadlineCall(5n), approveCall(TOKENS.WETH, 9n), stranger]));
  expect(calls.map(({ meaning }) => meaning.kind)).toEqual(["deadline-check", "approve", "unknown"]);
  expect(calls[2]).toMatchObject(stranger);
});

test("what is no batch is refused", () => {
  expect(() => decodeCalls("0x")).toThrow(CalldataError);
});
