import { concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { hex } from "../chain/hex.ts";
import type { Hash32 } from "../chain/types.ts";
import { keccak } from "../encoding/keccak.ts";
import { quoted } from "../units/quoted.ts";
import { UnitError } from "../units/unitError.ts";
import type { TypedData, TypedDataDomain, TypedDataField, TypedDataType } from "./typedData.ts";

const DOMAIN_FIELDS: readonly TypedDataField[] = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
];

type Values = Readonly<Record<string, string | bigint>>;
type Struct = { readonly name: string; readonly fields: readonly TypedDataField[]; readonly values: Values };

/**
 * What is signed: keccak256(0x1901 ‖ domain hash ‖ message hash), as EIP-712 says, for flat messages.
 * @throws UnitError when a value does not fit its type or a field is missing
 */
export function typedDataDigest(typedData: TypedData): Hash32 {
  return keccak(
    concatBytes(
      Uint8Array.of(0x19, 0x01),
      bytesOf(domainHash(typedData.domain)),
      bytesOf(messageHash(typedData)),
    ),
  );
}

/** EIP-712 domain separator; hardware wallets show it. */
export function domainHash(domain: TypedDataDomain): Hash32 {
  return structHash({ name: "EIP712Domain", fields: DOMAIN_FIELDS, values: domain });
}

/** EIP-712 hash of the message alone; hardware wallets show it. */
export function messageHash({ types, primaryType, message }: TypedData): Hash32 {
  const fields = types[primaryType];
  if (fields === undefined) {
    const limit = `one of ${Object.keys(types).join(", ")}`;
    throw new UnitError({ unit: "type of message", value: quoted(primaryType), limit });
  }
  return structHash({ name: primaryType, fields, values: message });
}

function structHash({ name, fields, values }: Struct): Hash32 {
  const signature = `${name}(${fields.map((field) => `${field.type} ${field.name}`).join(",")})`;
  const words = fields.map((field) => word(field, values[field.name]));
  return keccak(concatBytes(bytesOf(keccak(utf8ToBytes(signature))), ...words));
}

function word({ name, type }: TypedDataField, value: string | bigint | undefined): Uint8Array {
  const encoded = value === undefined ? null : encode(type, value);
  if (encoded === null) {
    throw new UnitError({
      unit: `${type} in field ${name}`,
      value: quoted(value),
      limit: `a value of type ${type}`,
    });
  }
  return encoded;
}

function encode(type: TypedDataType, value: string | bigint): Uint8Array | null {
  if (typeof value === "bigint") {
    const fits = type === "uint256" && value >= 0n && value < 2n ** 256n;
    return fits ? hexToBytes(value.toString(16).padStart(64, "0")) : null;
  }
  if (type === "string") return bytesOf(keccak(utf8ToBytes(value)));
  const digits = { address: 40, bytes32: 64, uint256: -1 }[type];
  return hex(value).length === digits + 2 ? hexToBytes(value.slice(2).padStart(64, "0")) : null;
}

function bytesOf(hash: Hash32): Uint8Array {
  return hexToBytes(hash.slice(2));
}
