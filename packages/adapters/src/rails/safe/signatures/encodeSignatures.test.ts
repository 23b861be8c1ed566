import type { Address, Hex } from "@ballast/core";
import fc from "fast-check";
import { size, slice } from "viem";
import { describe, expect, it } from "vitest";
import { SignatureInvalidError } from "../errors.ts";
import { encodeSignatures } from "./encodeSignatures.ts";
import type { SafeSignature } from "./safeSignature.ts";

const LOW: Address = "0x0000000000000000000000000000000000000abc";
const MIDDLE: Address = "0x9000000000000000000000000000000000000000";
const HIGH: Address = "0xf000000000000000000000000000000000000000";

const signed = (owner: Address, fill = "11"): SafeSignature => ({
  kind: "ecdsa",
  owner,
  signature: `0x${fill.repeat(64)}1b`,
});
const contract = (owner: Address, data: Hex): SafeSignature => ({ kind: "contract", owner, data });
const approved = (owner: Address): SafeSignature => ({ kind: "approved-hash", owner });

const word = (data: Hex, at: number): bigint => BigInt(slice(data, at, at + 32));

describe("encodeSignatures", () => {
  it("sorts by owner as a number, whatever the order it is given", () => {
    const bytes = encodeSignatures([approved(HIGH), approved(LOW), approved(MIDDLE)]);
    expect([0, 65, 130].map((at) => word(bytes, at))).toEqual([LOW, MIDDLE, HIGH].map(BigInt));
  });

  it("leaves a key's signature as it is and writes an approved hash as owner, zero, 1", () => {
    const bytes = encodeSignatures([signed(HIGH, "22"), approved(LOW)]);
    expect(bytes).toBe(`0x${LOW.slice(2).padStart(64, "0")}${"0".repeat(64)}01${"22".repeat(64)}1b`);
  });

  it("puts contract signatures behind all the others and points at them", () => {
    const bytes = encodeSignatures([contract(HIGH, "0xaabb"), contract(LOW, "0x"), signed(MIDDLE)]);
    const [lowOffset, highOffset] = [word(bytes, 32), word(bytes, 130 + 32)].map(Number);
    expect([lowOffset, highOffset]).toEqual([195, 227]);
    expect(slice(bytes, 64, 65)).toBe("0x00");
    expect(word(bytes, lowOffset ?? 0)).toBe(0n);
    expect(word(bytes, highOffset ?? 0)).toBe(2n);
    expect(slice(bytes, 259)).toBe("0xaabb");
  });

  it("gives nothing for no signatures", () => expect(encodeSignatures([])).toBe("0x"));

  it.each<[string, readonly SafeSignature[]]>([
    ["an owner twice", [approved(LOW), signed(LOW)]],
    ["an owner twice in different case", [approved(LOW), signed(`0x${LOW.slice(2).toUpperCase()}` as const)]],
    ["64 bytes", [{ kind: "ecdsa", owner: LOW, signature: `0x${"11".repeat(64)}` as const }]],
    ["66 bytes", [{ kind: "ecdsa", owner: LOW, signature: `0x${"11".repeat(66)}` as const }]],
  ])("refuses %s", (_, signatures) => {
    expect(() => encodeSignatures(signatures)).toThrow(SignatureInvalidError);
  });

  it("is the same for every order, ascends strictly, and holds every contract's bytes", () => {
    const owner = fc.bigInt(1n, 2n ** 160n - 1n).map((n) => `0x${n.toString(16).padStart(40, "0")}` as const);
    const data = fc
      .uint8Array({ maxLength: 40 })
      .map((bytes): Hex => `0x${Buffer.from(bytes).toString("hex")}`);
    const one = fc.oneof(
      owner.map(approved),
      owner.map((address) => signed(address)),
      fc.tuple(owner, data).map(([address, bytes]) => contract(address, bytes)),
    );
    const many = fc.uniqueArray(one, { maxLength: 6, selector: ({ owner }) => owner });
    fc.assert(
      fc.property(many, (signatures) => {
        const bytes = encodeSignatures(signatures);
        expect(encodeSignatures(signatures.toReversed())).toBe(bytes);
        const dynamic = signatures.reduce(
          (sum, entry) => sum + (entry.kind === "contract" ? 32 + size(entry.data) : 0),
          0,
        );
        expect(size(bytes)).toBe(signatures.length * 65 + dynamic);
        const sorted = signatures.toSorted((a, b) => (BigInt(a.owner) < BigInt(b.owner) ? -1 : 1));
        for (const [place, entry] of sorted.entries()) {
          if (entry.kind === "ecdsa") continue;
          expect(word(bytes, place * 65)).toBe(BigInt(entry.owner));
          if (entry.kind !== "contract") continue;
          const offset = Number(word(bytes, place * 65 + 32));
          const length = Number(word(bytes, offset));
          expect(length === 0 ? "0x" : slice(bytes, offset + 32, offset + 32 + length)).toBe(entry.data);
        }
      }),
    );
  });
});
