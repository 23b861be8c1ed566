import type { DecodedCall } from "@ballast/verify";
import { expect, test } from "vitest";
import { stepArguments } from "./stepArguments.ts";

test("lists and records are opened to their last value, in the order of the calldata", () => {
  const meaning = {
    arguments: { ids: [7n, 8n], params: [{ staker: "0xa", shares: [1n] }], flags: [true], none: [] },
  };
  expect(stepArguments(meaning as unknown as DecodedCall["meaning"])).toEqual([
    { name: "ids[0]", value: 7n },
    { name: "ids[1]", value: 8n },
    { name: "params[0].staker", value: "0xa" },
    { name: "params[0].shares[0]", value: 1n },
    { name: "flags[0]", value: true },
  ]);
});
