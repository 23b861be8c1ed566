import type { Hex } from "@ballast/core";
import { concat, slice } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { SignatureInvalidError } from "../errors.ts";
import { recoverSigner } from "./recoverSigner.ts";

const HASH: Hex = `0x${"c0".repeat(32)}` as const;
const account = privateKeyToAccount(generatePrivateKey());
const address = account.address.toLowerCase();

/** As a Safe wants an `eth_sign` signature: v raised by 4. */
const raised = (signature: Hex): Hex =>
  concat([slice(signature, 0, 64), `0x${(Number(slice(signature, 64)) + 4).toString(16)}` as Hex]);

describe("recoverSigner", () => {
  it("recovers who signed the hash itself", async () => {
    expect(await recoverSigner({ hash: HASH, signature: await account.sign({ hash: HASH }) })).toBe(address);
  });

  it("recovers who signed its eth_sign digest, marked by a v of 31 or 32", async () => {
    const signature = raised(await account.signMessage({ message: { raw: HASH } }));
    expect(await recoverSigner({ hash: HASH, signature })).toBe(address);
  });

  it("does not take an eth_sign signature for one over the hash", async () => {
    const signature = await account.signMessage({ message: { raw: HASH } });
    expect(await recoverSigner({ hash: HASH, signature })).not.toBe(address);
  });

  it("gives somebody else for another hash", async () => {
    const signature = await account.sign({ hash: HASH });
    expect(await recoverSigner({ hash: `0x${"c1".repeat(32)}` as const, signature })).not.toBe(address);
  });

  const tail = (v: string): Hex => `0x${"11".repeat(64)}${v}` as Hex;
  it.each<[string, Hex]>([
    ["64 bytes", `0x${"11".repeat(64)}` as Hex],
    ["66 bytes", `0x${"11".repeat(66)}` as Hex],
    ["nothing", "0x"],
    ["a v of 0, which means a contract", tail("00")],
    ["a v of 1, which means an approved hash", tail("01")],
    ["a v of 29", tail("1d")],
    ["a v of 33", tail("21")],
    ["an r of zero", `0x${"00".repeat(32)}${"11".repeat(32)}1b` as Hex],
    ["an s of zero", `0x${"11".repeat(32)}${"00".repeat(32)}1b` as Hex],
    ["an r beyond the curve", `0x${"ff".repeat(32)}${"11".repeat(32)}1b` as Hex],
  ])("refuses %s", async (_, signature) => {
    await expect(recoverSigner({ hash: HASH, signature })).rejects.toThrow(SignatureInvalidError);
  });
});
