import type { Address } from "@ballast/core";
import { describe, expect, it } from "vitest";
import type { PinnedResult } from "../../../chain/pinnedReader.ts";
import { reverts, silent, stubReader, yields } from "../testing/stubReader.ts";
import { contractSignature } from "./contractSignature.ts";

const OWNER: Address = "0x00000000000000000000000000000000000000c0";
const HASH = `0x${"c0".repeat(32)}` as const;
const MAGIC = `0x1626ba7e${"00".repeat(28)}` as const;
const LEGACY = `0x20c13b0b${"00".repeat(28)}` as const;

const verdictOn = async (
  result: PinnedResult,
  subject: Parameters<typeof contractSignature>[1]["subject"],
) => {
  const { reader, asked } = stubReader(() => result);
  const { verdict } = await contractSignature(reader, { owner: OWNER, subject, data: "0x1234" });
  return { verdict, call: asked[0]?.[0] };
};

describe("contractSignature", () => {
  it("asks the owner about the hash, by EIP-1271", async () => {
    const { verdict, call } = await verdictOn(yields(MAGIC), { hash: HASH });
    expect(verdict).toBe("valid");
    expect(call).toMatchObject({ to: OWNER, data: expect.stringMatching(/^0x1626ba7ec0c0/) });
  });

  it("asks about the bytes, for Safes before 1.5.0", async () => {
    const { verdict, call } = await verdictOn(yields(LEGACY), { preimage: "0x1901" });
    expect(verdict).toBe("valid");
    expect(call?.data).toMatch(/^0x20c13b0b/);
  });

  it.each<[string, PinnedResult, "invalid" | "unknown"]>([
    ["the magic value of the other form", yields(LEGACY), "invalid"],
    ["the magic value with something behind it", yields(`0x1626ba7e${"00".repeat(27)}01`), "invalid"],
    ["the magic value alone, not in its word", yields("0x1626ba7e"), "invalid"],
    ["zero", yields(`0x${"00".repeat(32)}`), "invalid"],
    ["nothing, as an address without code does", yields("0x"), "invalid"],
    ["a revert", reverts(), "invalid"],
    ["silence of the source", silent, "unknown"],
  ])("reads %s as no yes", async (_, result, expected) => {
    expect((await verdictOn(result, { hash: HASH })).verdict).toBe(expected);
  });
});
