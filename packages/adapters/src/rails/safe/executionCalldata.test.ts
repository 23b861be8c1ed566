import { decodeFunctionData } from "viem";
import { expect, it } from "vitest";
import { executionCalldata } from "./executionCalldata.ts";
import { SAFE_ABI } from "./safeAbi.ts";
import { ACCOUNT } from "./testing/sampleBatch.ts";

const A = "0x00000000000000000000000000000000000000a1";
const B = "0x00000000000000000000000000000000000000b2";

it("carries every field of the transaction but its nonce, and the signatures", () => {
  const transaction = {
    to: ACCOUNT.address,
    value: 1n,
    data: "0x1234",
    operation: 1n,
    safeTxGas: 2n,
    baseGas: 3n,
    gasPrice: 4n,
    gasToken: A,
    refundReceiver: B,
    nonce: 99n,
  } as const;
  const { functionName, args } = decodeFunctionData({
    abi: SAFE_ABI,
    data: executionCalldata(transaction, "0xabcd"),
  });
  expect(functionName).toBe("execTransaction");
  const found = args?.map((value) => (typeof value === "string" ? value.toLowerCase() : value));
  expect(found).toEqual([ACCOUNT.address, 1n, "0x1234", 1, 2n, 3n, 4n, A, B, "0xabcd"]);
});
