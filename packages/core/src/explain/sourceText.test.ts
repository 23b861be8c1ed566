import { expect, test } from "vitest";
import { address } from "../chain/address.ts";
import type { Source } from "../chain/types.ts";
import { blockNumber } from "../units/quantities.ts";
import { sourceText } from "./sourceText.ts";

const contract = address(`0x${"ab".repeat(20)}`);
const checksummed = "0xABaBaBaBABabABabAbAbABAbABabababaBaBABaB";

const cases: readonly [Source, string][] = [
  [{ kind: "call", contract, method: "getRate" }, `getRate of ${checksummed}`],
  [{ kind: "state", account: contract, field: "balance" }, `balance of ${checksummed}`],
  [{ kind: "header", field: "baseFeePerGas" }, "block header, baseFeePerGas"],
  [
    { kind: "history", series: "rate:weETH", fromBlock: blockNumber(900n), toBlock: blockNumber(12_345n) },
    "rate:weETH, blocks 900 to 12,345",
  ],
  [{ kind: "policy", path: "costs.payback" }, "policy, costs.payback"],
];
test.each(cases)("%o", (source, text) => {
  expect(sourceText(source)).toBe(text);
});
