import {
  type BlockRef,
  blockNumber,
  type Hash32,
  type Hex,
  type SourceId,
  type UnixSeconds,
  unixSeconds,
} from "@ballast/core";
import { hexToBigInt, keccak256, numberToHex, toRlp } from "viem";
import { HeaderMalformed, HeaderMismatch } from "./headerFaults.ts";

/** A block header whose hash was computed from its own fields. */
export type Header = BlockRef & {
  readonly parentHash: Hash32;
  readonly stateRoot: Hash32;
  /** Wei per gas of this block. */
  readonly baseFee: bigint;
  readonly gasLimit: bigint;
  readonly gasUsed: bigint;
};

type Kind = "bytes" | "quantity";

/** Header fields in the order in which they are hashed (Yellow Paper 4.4; EIP-1559, 4895, 4844, 4788, 7685). */
const FIELDS: readonly (readonly [string, Kind])[] = [
  ["parentHash", "bytes"],
  ["sha3Uncles", "bytes"],
  ["miner", "bytes"],
  ["stateRoot", "bytes"],
  ["transactionsRoot", "bytes"],
  ["receiptsRoot", "bytes"],
  ["logsBloom", "bytes"],
  ["difficulty", "quantity"],
  ["number", "quantity"],
  ["gasLimit", "quantity"],
  ["gasUsed", "quantity"],
  ["timestamp", "quantity"],
  ["extraData", "bytes"],
  ["mixHash", "bytes"],
  ["nonce", "bytes"],
];

/** Fields that forks appended, oldest first: a header has the first n of them. */
const FORK_FIELDS: readonly (readonly [string, Kind])[] = [
  ["baseFeePerGas", "quantity"],
  ["withdrawalsRoot", "bytes"],
  ["blobGasUsed", "quantity"],
  ["excessBlobGas", "quantity"],
  ["parentBeaconBlockRoot", "bytes"],
  ["requestsHash", "bytes"],
];

type RawHeader = { readonly source: SourceId; readonly raw: object };

function fieldOf(header: RawHeader, name: string): Hex {
  const value: unknown = Reflect.get(header.raw, name);
  if (typeof value !== "string" || !/^0x[0-9a-fA-F]*$/.test(value))
    throw new HeaderMalformed(header.source, name);
  return value.toLowerCase() as Hex;
}

/** RLP of a quantity is its big-endian bytes without leading zeros; zero is no bytes at all. */
function rlpQuantity(value: Hex): Hex {
  const number = value === "0x" ? 0n : hexToBigInt(value);
  if (number === 0n) return "0x";
  const digits = numberToHex(number).slice(2);
  return `0x${digits.padStart(digits.length + (digits.length % 2), "0")}`;
}

const isPresent = (header: RawHeader, name: string): boolean => {
  const value: unknown = Reflect.get(header.raw, name);
  return value !== undefined && value !== null;
};

function hashOf(header: RawHeader): Hash32 {
  const fields = [...FIELDS, ...FORK_FIELDS.filter(([name]) => isPresent(header, name))];
  const parts = fields.map(([name, kind]) => {
    const value = fieldOf(header, name);
    return kind === "quantity" ? rlpQuantity(value) : value;
  });
  return keccak256(toRlp(parts));
}

const quantity = (header: RawHeader, name: string): bigint => {
  const value = fieldOf(header, name);
  if (value === "0x") throw new HeaderMalformed(header.source, name);
  return hexToBigInt(value);
};

/** Block times are far below this for millennia; a larger one is no time. */
const LATEST_TIME = 100_000_000_000n;

function timeOf(header: RawHeader): UnixSeconds {
  const time = quantity(header, "timestamp");
  if (time >= LATEST_TIME) throw new HeaderMalformed(header.source, "timestamp");
  return unixSeconds(time);
}

/**
 * Checks a header as a node gives it and returns what is used of it.
 *
 * @throws HeaderMalformed, or HeaderMismatch when its fields do not hash to its `hash`.
 */
export function verifyHeader(
  raw: unknown,
  from: { readonly source: SourceId; readonly chainId: bigint },
): Header {
  if (typeof raw !== "object" || raw === null) throw new HeaderMalformed(from.source, "header");
  const header = { source: from.source, raw };
  const claimed = fieldOf(header, "hash");
  const computed = hashOf(header);
  const number = quantity(header, "number");
  if (claimed !== computed) throw new HeaderMismatch(from.source, { number, claimed, computed });
  return {
    chainId: from.chainId,
    number: blockNumber(number),
    hash: computed,
    timestamp: timeOf(header),
    parentHash: fieldOf(header, "parentHash"),
    stateRoot: fieldOf(header, "stateRoot"),
    baseFee: isPresent(header, "baseFeePerGas") ? quantity(header, "baseFeePerGas") : 0n,
    gasLimit: quantity(header, "gasLimit"),
    gasUsed: quantity(header, "gasUsed"),
  };
}
