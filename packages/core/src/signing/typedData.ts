import type { Address } from "../chain/types.ts";

/** The EIP-712 types that Ballast's messages use. */
export type TypedDataType = "address" | "bytes32" | "uint256" | "string";
export type TypedDataField = { readonly name: string; readonly type: TypedDataType };

/** Domain of every message of Ballast: one account on one chain. */
export type TypedDataDomain = {
  readonly name: "Ballast";
  readonly version: "1";
  readonly chainId: bigint;
  readonly verifyingContract: Address;
};

/** A flat EIP-712 message in the shape that wallets and client libraries take; integers are bigint. */
export type TypedData = {
  readonly domain: TypedDataDomain;
  readonly types: Readonly<Record<string, readonly TypedDataField[]>>;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, string | bigint>>;
};
