import { secp256k1 } from "@noble/curves/secp256k1.js";
import fc from "fast-check";
import { type Hex, keccak256, stringToHex } from "viem";
import { privateKeyToAccount, sign } from "viem/accounts";
import { describe, expect, test } from "vitest";
import { hexOf } from "../../test/hexOf.ts";
import { BytesError } from "../errors/BytesError.ts";
import { SignatureError } from "../errors/SignatureError.ts";
import { VerifyError } from "../errors/VerifyError.ts";
import { recoverAddress } from "./recoverAddress.ts";

const KEY: Hex = `0x${"42".repeat(32)}`;
const DIGEST = keccak256(stringToHex("what was signed"));
const SIGNATURE = await sign({ hash: DIGEST, privateKey: KEY, to: "hex" });
const SIGNER = privateKeyToAccount(KEY).address.toLowerCase();

const ORDER = secp256k1.Point.Fn.ORDER;
const word = (value: bigint) => value.toString(16).padStart(64, "0");
const parts = { r: SIGNATURE.slice(2, 66), s: SIGNATURE.slice(66, 130), v: SIGNATURE.slice(130) };
const assembled = ({ r, s, v }: typeof parts): Hex => `0x${r}${s}${v}`;

test("the signer is recovered, in lower case", () => {
  expect(recoverAddress(DIGEST, SIGNATURE)).toBe(SIGNER);
});

test("whoever signs whatever is recovered", async () => {
  await fc.assert(
    fc.asyncProperty(hexOf(32), hexOf(32), async (key, digest) => {
      if (BigInt(key) === 0n || BigInt(key) >= ORDER) return;
      const signature = await sign({ hash: digest, privateKey: key, to: "hex" });
      expect(recoverAddress(digest, signature)).toBe(privateKeyToAccount(key).address.toLowerCase());
    }),
    { numRuns: 25 },
  );
});

test("the same signature under another digest belongs to somebody else", () => {
  expect(recoverAddress(keccak256("0x00"), SIGNATURE)).not.toBe(SIGNER);
});

describe("refused:", () => {
  const mirrored = { ...parts, s: word(ORDER - BigInt(`0x${parts.s}`)), v: parts.v === "1b" ? "1c" : "1b" };
  test.each<[string, Hex, string]>([
    ["nothing", "0x", "0 bytes, not 65"],
    ["64 bytes", assembled({ ...parts, v: "" }), "64 bytes, not 65"],
    ["66 bytes", `${SIGNATURE}00`, "66 bytes, not 65"],
    ["v 0", assembled({ ...parts, v: "00" }), "v is 0"],
    ["v 31, an eth_sign signature", assembled({ ...parts, v: "1f" }), "v is 31"],
    [
      "s in the upper half: the mirror image that anybody can make",
      assembled(mirrored),
      "s is in the upper half",
    ],
    ["r of zero", assembled({ ...parts, r: word(0n) }), "r or s is out of range"],
    ["s of zero", assembled({ ...parts, s: word(0n) }), "r or s is out of range"],
    ["r beyond the curve's order", assembled({ ...parts, r: word(ORDER) }), "r or s is out of range"],
    [
      "an r that is on no point of the curve",
      assembled({ ...parts, r: word(5n) }),
      "no key can have made it",
    ],
  ])("%s", (_, signature, problem) => {
    expect(() => recoverAddress(DIGEST, signature)).toThrow(SignatureError);
    expect(() => recoverAddress(DIGEST, signature)).toThrow(problem);
  });

  test("a digest that is not 32 bytes, and text that is no hex", () => {
    expect(() => recoverAddress("0x00", SIGNATURE)).toThrow(BytesError);
    expect(() => recoverAddress(DIGEST, "0xzz")).toThrow("signature: ");
  });
});

test("any byte that differs gives another signer or none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 64 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const old = Number.parseInt(SIGNATURE.slice(2 + 2 * at, 4 + 2 * at), 16);
      const changed =
        `${SIGNATURE.slice(0, 2 + 2 * at)}${(old ^ by).toString(16).padStart(2, "0")}${SIGNATURE.slice(4 + 2 * at)}` as Hex;
      try {
        expect(recoverAddress(DIGEST, changed)).not.toBe(SIGNER);
      } catch (error) {
        if (!(error instanceof VerifyError)) throw error;
      }
    }),
  );
});
