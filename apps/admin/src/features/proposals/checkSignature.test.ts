import { type Hex, keccak256, toHex } from "viem";
import { privateKeyToAccount, sign } from "viem/accounts";
import { describe, expect, test } from "vitest";
import { checkSignature } from "./checkSignature.ts";

const key = `0x${"11".repeat(32)}` as const;
const { address: owner } = privateKeyToAccount(key);
const stranger = privateKeyToAccount(`0x${"22".repeat(32)}`);
const safeTxHash = keccak256(toHex("a transaction"));
const other = keccak256(toHex("another transaction"));

const plain = (hash: Hex) => sign({ hash, privateKey: key, to: "hex" });

async function asMessage(): Promise<Hex> {
  const signed = await privateKeyToAccount(key).signMessage({ message: { raw: safeTxHash } });
  const v = Number.parseInt(signed.slice(130), 16) + 4;
  return `${signed.slice(0, 130)}${v.toString(16)}` as Hex;
}

describe("a stored signature", () => {
  test("of the hash by the owner's key is valid", async () => {
    expect(await checkSignature({ hash: safeTxHash, owner, signature: await plain(safeTxHash) })).toBe(
      "valid",
    );
  });

  test("as a message (eth_sign, v + 4) is valid", async () => {
    expect(await checkSignature({ hash: safeTxHash, owner, signature: await asMessage() })).toBe("valid");
  });

  test("of another hash is invalid", async () => {
    expect(await checkSignature({ hash: safeTxHash, owner, signature: await plain(other) })).toBe("invalid");
  });

  test("claimed for somebody else is invalid", async () => {
    const signature = await plain(safeTxHash);
    expect(await checkSignature({ hash: safeTxHash, owner: stranger.address, signature })).toBe("invalid");
  });

  test.each([
    ["v = 1 (approved on chain) is for the chain to tell", `0x${"00".repeat(64)}01`, "not-checked-here"],
    [
      "v = 0 (a contract's) is for the chain to tell",
      `0x${"00".repeat(64)}00${"00".repeat(40)}`,
      "not-checked-here",
    ],
    ["v = 29 is none", `0x${"11".repeat(64)}1d`, "invalid"],
    ["64 bytes are none", `0x${"11".repeat(64)}`, "invalid"],
    ["zeros with v = 27 are none", `0x${"00".repeat(64)}1b`, "invalid"],
  ])("%s", async (_name, signature, verdict) => {
    expect(await checkSignature({ hash: safeTxHash, owner, signature: signature as Hex })).toBe(verdict);
  });
});
