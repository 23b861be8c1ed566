import type { hashTypedData } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import type { WalletEngine } from "../../../wallet/types.ts";
import type { RawTransaction } from "../verify/rawTransaction.ts";
import { signTransaction, WrongSignatureError, withSafeV } from "./signTransaction.ts";

const key = privateKeyToAccount(`0x${"11".repeat(32)}`);
const stranger = privateKeyToAccount(`0x${"22".repeat(32)}`);

const raw: RawTransaction = {
  chainId: "31337",
  account: `0x${"c".repeat(40)}`,
  to: `0x${"9".repeat(40)}`,
  value: "0",
  data: "0x",
  operation: "0",
  safeTxGas: "0",
  baseGas: "0",
  gasPrice: "0",
  gasToken: `0x${"0".repeat(40)}`,
  refundReceiver: `0x${"0".repeat(40)}`,
  nonce: "7",
};

type Typed = Parameters<typeof hashTypedData>[0] & {
  types: Record<string, unknown>;
  message: Record<string, unknown>;
};

const parse = (json: string) => {
  const { types, ...rest } = JSON.parse(json) as Typed;
  const { EIP712Domain: _, ...named } = types;
  return { ...rest, types: named } as unknown as Typed;
};

/** A wallet that signs with `by` what `change` makes of the question. */
function wallet(by = key, change: (typed: Typed) => Typed = (typed) => typed): WalletEngine {
  const request = (_method: string, params: readonly unknown[]) =>
    by.signTypedData(change(parse(String(params[1]))));
  return { request, connect: fail, disconnect: fail, switchChain: fail };
}

const fail = () => Promise.reject(new Error("not asked for"));

async function sign(engine: WalletEngine) {
  const { safeTypedDataHash } = await import("../../../wallet/safeCalls.ts");
  const owner = key.address.toLowerCase();
  return signTransaction({ engine, raw, safeTxHash: safeTypedDataHash(raw), owner });
}

describe("a signature from the wallet", () => {
  test("of the owner over this hash is taken", async () => {
    expect(await sign(wallet())).toMatch(/^0x[0-9a-f]{128}(1b|1c)$/);
  });

  test("over another nonce is refused: the wallet was tampered with", async () => {
    const tampered = wallet(
      key,
      (typed) => ({ ...typed, message: { ...typed.message, nonce: "8" } }) as Typed,
    );
    await expect(sign(tampered)).rejects.toBeInstanceOf(WrongSignatureError);
  });

  test("by another key is refused", async () => {
    await expect(sign(wallet(stranger))).rejects.toBeInstanceOf(WrongSignatureError);
  });

  test("that is none is refused", async () => {
    const broken = { ...wallet(), request: () => Promise.resolve("0x1234") };
    await expect(sign(broken)).rejects.toBeInstanceOf(WrongSignatureError);
  });

  test("with v of 0 or 1 becomes 27 or 28, any other stays", () => {
    expect(withSafeV("0xAB00")).toBe("0xab1b");
    expect(withSafeV("0xab01")).toBe("0xab1c");
    expect(withSafeV("0xab1c")).toBe("0xab1c");
  });
});
