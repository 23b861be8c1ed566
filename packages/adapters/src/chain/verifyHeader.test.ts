import { sourceId } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HeaderMalformed, HeaderMismatch } from "./headerFaults.ts";
import golden from "./verifyHeader.golden.json" with { type: "json" };
import { verifyHeader } from "./verifyHeader.ts";

const from = { source: sourceId("rpc-1"), chainId: 31337n };
const PRAGUE = golden.prague as Record<string, string>;
const ZERO = `0x${"0".repeat(64)}`;

/** Ethereum's genesis block, as every mainnet node gives it. */
const MAINNET_GENESIS = {
  hash: "0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3",
  parentHash: ZERO,
  sha3Uncles: "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347",
  miner: `0x${"0".repeat(40)}`,
  stateRoot: "0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544",
  transactionsRoot: "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421",
  receiptsRoot: "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421",
  logsBloom: `0x${"0".repeat(512)}`,
  difficulty: "0x400000000",
  number: "0x0",
  gasLimit: "0x1388",
  gasUsed: "0x0",
  timestamp: "0x0",
  extraData: "0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa",
  mixHash: ZERO,
  nonce: "0x0000000000000042",
};

/** The fields that the hash covers, at the newest fork known. */
const HASHED = Object.keys(PRAGUE).filter((name) => !["hash", "size", "totalDifficulty"].includes(name));

const changed = (value: string): string => {
  const last = value.at(-1) === "1" ? "2" : "1";
  return value === "0x" ? "0x01" : value.slice(0, -1) + last;
};

describe("verifyHeader", () => {
  it.each(Object.entries(golden))("takes a %s header of a real node", (_fork, header) => {
    expect(verifyHeader(header, from)).toMatchObject({ hash: header.hash, number: 1n, chainId: 31337n });
  });

  it("takes mainnet's genesis", () => {
    const { hash, number } = verifyHeader(MAINNET_GENESIS, { ...from, chainId: 1n });
    expect([hash, number]).toEqual([MAINNET_GENESIS.hash, 0n]);
  });

  it("takes the base fee, the time and the roots from the header", () => {
    expect(verifyHeader(PRAGUE, from)).toMatchObject({
      baseFee: BigInt(PRAGUE.baseFeePerGas ?? ""),
      timestamp: BigInt(PRAGUE.timestamp ?? ""),
      parentHash: PRAGUE.parentHash,
      stateRoot: PRAGUE.stateRoot,
    });
  });

  it("covers all 21 fields of Prague", () => {
    expect(HASHED).toHaveLength(21);
  });

  it.each(HASHED)("refuses a header whose %s was changed", (field) => {
    const header = { ...PRAGUE, [field]: changed(PRAGUE[field] ?? "") };
    expect(() => verifyHeader(header, from)).toThrow(HeaderMismatch);
  });

  it("refuses any other hash", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const hash = `0x${Buffer.from(bytes).toString("hex")}`;
        fc.pre(hash !== PRAGUE.hash);
        expect(() => verifyHeader({ ...PRAGUE, hash }, from)).toThrow(HeaderMismatch);
      }),
    );
  });

  it("refuses a header with a field of a fork after the newest known left out", () => {
    const { requestsHash: _, ...cancun } = PRAGUE;
    expect(() => verifyHeader(cancun, from)).toThrow(HeaderMismatch);
  });

  it("names both hashes and the source, and is not tried again", () => {
    const hash = `0x${"ab".repeat(32)}`;
    expect(() => verifyHeader({ ...PRAGUE, hash }, from)).toThrow(
      expect.objectContaining({ source: "rpc-1", claimed: hash, computed: PRAGUE.hash, retry: false }),
    );
  });

  it.each([
    ["nothing", null],
    ["text", "0x01"],
    ["no hash", { ...PRAGUE, hash: undefined }],
    ["a number that is no hex", { ...PRAGUE, number: 12 }],
    ["an empty quantity", { ...PRAGUE, number: "0x" }],
    ["a field of words", { ...PRAGUE, stateRoot: "root" }],
    ["a missing field", { ...PRAGUE, logsBloom: undefined }],
  ])("refuses %s as malformed", (_name, header) => {
    expect(() => verifyHeader(header, from)).toThrow(HeaderMalformed);
  });

  it("counts a chain without base fees as free of them", () => {
    expect(verifyHeader(golden.berlin, from).baseFee).toBe(0n);
  });
});
