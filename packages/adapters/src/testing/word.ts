import { type Hex, numberToHex } from "viem";

/** 32-byte words as a contract returns them; negative numbers in two's complement. */
export const words = (...values: readonly bigint[]): Hex =>
  `0x${values.map((value) => numberToHex(BigInt.asUintN(256, value), { size: 32 }).slice(2)).join("")}`;
