import { address } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { accountSegment, parseAccountSegment } from "./accountSegment.ts";

const SAFE = address("0x5fbdb2315678afecb367f032d93f642f64180aa3");

describe("an account in a path", () => {
  test("is read back as it was written", () => {
    const account = { chainId: 31337n, address: SAFE };
    expect(parseAccountSegment(accountSegment(account))).toEqual(account);
  });

  test.each([
    ["favicon.ico"],
    ["31337"],
    [`31337-${SAFE.toUpperCase()}`],
    [`0-${SAFE}`],
    [`31337-${SAFE}/x`],
    [`-1-${SAFE}`],
  ])("%s names none", (segment) => {
    expect(parseAccountSegment(segment)).toBeNull();
  });
});
