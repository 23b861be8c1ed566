import { type BlockRef, blockNumber, type Hash32, unixSeconds } from "@ballast/core";
import { type Hex, keccak256, numberToHex, pad, toRlp } from "viem";

/** A header as a node gives it. */
export type RawHeader = Readonly<Record<string, Hex>> & { readonly hash: Hash32 };

export type HeaderFacts = {
  readonly number: bigint;
  readonly timestamp: bigint;
  readonly baseFee?: bigint;
  /** Tells apart blocks that are otherwise the same. */
  readonly salt?: Hex;
};

const ZERO = pad("0x", { size: 32 });
const minimal = (value: bigint): Hex => {
  if (value === 0n) return "0x";
  const digits = value.toString(16);
  return `0x${digits.length % 2 === 0 ? digits : `0${digits}`}`;
};

/** A London header that is true to its hash. */
export function rawHeader({ number, timestamp, baseFee = 7n, salt = "0x" }: HeaderFacts): RawHeader {
  const miner = pad("0x", { size: 20 });
  const logsBloom = pad("0x", { size: 256 });
  const nonce = pad("0x", { size: 8 });
  const roots = [ZERO, ZERO, miner, ZERO, ZERO, ZERO, logsBloom] as const;
  const sizes = [0n, number, 30_000_000n, 21_000n, timestamp].map(minimal);
  const hash = keccak256(toRlp([...roots, ...sizes, salt, ZERO, nonce, minimal(baseFee)]));
  return {
    hash,
    parentHash: ZERO,
    sha3Uncles: ZERO,
    miner,
    stateRoot: ZERO,
    transactionsRoot: ZERO,
    receiptsRoot: ZERO,
    logsBloom,
    difficulty: "0x0",
    number: numberToHex(number),
    gasLimit: numberToHex(30_000_000n),
    gasUsed: numberToHex(21_000n),
    timestamp: numberToHex(timestamp),
    extraData: salt,
    mixHash: ZERO,
    nonce,
    baseFeePerGas: numberToHex(baseFee),
  };
}

/** The block that a header is of. */
export const refOf = ({ hash, number, timestamp }: RawHeader, chainId = 31337n): BlockRef => ({
  chainId,
  number: blockNumber(BigInt(number ?? "0x")),
  hash,
  timestamp: unixSeconds(BigInt(timestamp ?? "0x")),
});

/** Headers 0 to `count` − 1, twelve seconds apart. */
export const headersFrom = (start: bigint, count: number): readonly RawHeader[] =>
  Array.from({ length: count }, (_, index) =>
    rawHeader({ number: BigInt(index), timestamp: start + 12n * BigInt(index) }),
  );
