import { decodeFunctionData } from "viem";
import { expect, it } from "vitest";
import { SAFE_ABI } from "./safeAbi.ts";
import { safeStateCalls } from "./safeStateCalls.ts";
import { ACCOUNT } from "./testing/sampleBatch.ts";

it("asks the Safe itself for everything that says who controls it, in the order it is decoded", () => {
  const calls = safeStateCalls(ACCOUNT.address);
  expect(new Set(calls.map(({ to }) => to))).toEqual(new Set([ACCOUNT.address]));
  expect(new Set(calls.map(({ subject }) => subject))).toEqual(new Set(["safe"]));
  const asked = calls.map(({ data }) => decodeFunctionData({ abi: SAFE_ABI, data }));
  expect(asked.map(({ functionName }) => functionName)).toEqual([
    "VERSION",
    "nonce",
    "getThreshold",
    "getOwners",
    "getModulesPaginated",
    ...Array.from({ length: 4 }, () => "getStorageAt"),
  ]);
  expect(asked.slice(5).map(({ args }) => [(args?.[0] as bigint) === 0n, args?.[1]])).toEqual([
    [true, 1n],
    [false, 1n],
    [false, 1n],
    [false, 1n],
  ]);
});
