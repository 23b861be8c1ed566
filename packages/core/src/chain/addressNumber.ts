import { UnitError } from "../units/unitError.ts";
import type { Address } from "./types.ts";

const MOST = 2n ** 160n - 1n;

/** Whether a number can be an address. A storage slot may hold anything. */
export function isAddressNumber(value: bigint): boolean {
  return value >= 0n && value <= MOST;
}

/** An address as a figure holds it: a number of 20 bytes. @throws UnitError */
export function addressNumber(value: bigint): bigint {
  if (isAddressNumber(value)) return value;
  throw new UnitError({ unit: "address", value: `${value}`, limit: "a number of at most 20 bytes" });
}

/** The address that a number stands for. @throws UnitError */
export function numberedAddress(value: bigint): Address {
  return `0x${addressNumber(value).toString(16).padStart(40, "0")}` as Address;
}
