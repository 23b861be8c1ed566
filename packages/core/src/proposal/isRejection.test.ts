import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../chain/types.ts";
import { isRejection } from "./isRejection.ts";

const account = `0x${"11".repeat(20)}` as Address;
const empty = { to: account, value: 0n, data: "0x" as Hex, operation: 0n };

describe("a rejection", () => {
  it("is an empty call of the account to itself", () => {
    expect(isRejection(empty, account)).toBe(true);
  });

  it.each([
    ["goes to another address", { ...empty, to: `0x${"12".repeat(20)}` as Address }],
    ["carries value", { ...empty, value: 1n }],
    ["carries data", { ...empty, data: "0x00" as Hex }],
    ["is a delegate call", { ...empty, operation: 1n }],
  ])("is nothing that %s", (_name, transaction) => {
    expect(isRejection(transaction, account)).toBe(false);
  });
});
