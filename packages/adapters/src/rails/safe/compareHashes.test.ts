import type { Hash32 } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { compareHashes } from "./compareHashes.ts";
import { HashMismatchError, HashUncheckedError } from "./errors.ts";

const A = `0x${"a1".repeat(32)}` as const;
const B = `0x${"b2".repeat(32)}` as const;

describe("compareHashes", () => {
  it("returns the hash that all parties agree on", () => {
    expect(
      compareHashes([
        { by: "viem", hash: A },
        { by: "chain", hash: A },
        { by: "verify", hash: A },
      ]),
    ).toBe(A);
  });

  it("treats upper-case hex as the same hash", () => {
    const upper = `0x${A.slice(2).toUpperCase()}` as Hash32;
    expect(
      compareHashes([
        { by: "viem", hash: upper },
        { by: "chain", hash: A },
      ]),
    ).toBe(A);
  });

  it("stops when one party differs, and says who said what", () => {
    const statements = [
      { by: "viem", hash: A },
      { by: "verify", hash: A },
      { by: "chain", hash: B },
    ];
    const compare = () => compareHashes(statements);
    expect(compare).toThrow(HashMismatchError);
    expect(compare).toThrow(`chain says ${B}`);
  });

  it.each([
    ["nobody", []],
    ["one party", [{ by: "viem", hash: A }]],
    [
      "one party twice",
      [
        { by: "viem", hash: A },
        { by: "viem", hash: A },
      ],
    ],
  ])("does not accept the word of %s", (_, statements) => {
    expect(() => compareHashes(statements)).toThrow(HashUncheckedError);
  });
});
