import type { WalletEngine } from "../../../wallet/types.ts";
import type { RawTransaction } from "../verify/rawTransaction.ts";

type Signing = {
  readonly engine: WalletEngine;
  readonly raw: RawTransaction;
  readonly safeTxHash: string;
  /** Lower-case. */
  readonly owner: string;
};

/** The wallet signed something else than it was asked, or with another key. Its signature was not stored. */
export class WrongSignatureError extends Error {
  constructor(owner: string) {
    super(
      `What came back is no signature of ${owner} over this hash. It was not stored. Check what your wallet signed.`,
    );
    this.name = "WrongSignatureError";
  }
}

/** Asks the wallet to sign (EIP-712) and recovers what came back before anybody else sees it. */
export async function signTransaction({ engine, raw, safeTxHash, owner }: Signing): Promise<string> {
  const [{ safeTypedData }, { recoverAddress, SignatureError, BytesError }] = await Promise.all([
    import("../../../wallet/safeCalls.ts"),
    import("@ballast/verify"),
  ]);
  const answer = await engine.request("eth_signTypedData_v4", [owner, safeTypedData(raw)]);
  const signature = withSafeV(String(answer));
  try {
    if (recoverAddress(safeTxHash as `0x${string}`, signature) !== owner)
      throw new WrongSignatureError(owner);
  } catch (error) {
    if (error instanceof SignatureError || error instanceof BytesError) throw new WrongSignatureError(owner);
    throw error;
  }
  return signature;
}

/** Some wallets write v as 0 or 1; a Safe would take that for another kind of signature. */
export function withSafeV(signature: string): `0x${string}` {
  const lower = signature.toLowerCase();
  const v = Number.parseInt(lower.slice(-2), 16);
  return (v < 2 ? `${lower.slice(0, -2)}${(v + 27).toString(16)}` : lower) as `0x${string}`;
}
