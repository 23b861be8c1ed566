import { type Address, checksumAddress } from "@ballast/core";

/** The ends of an address with its checksum, for prose: `0x5FbD…0aa3`. The whole one stays a copy away. */
export function shortAddress(address: Address): string {
  const whole = checksumAddress(address);
  return `${whole.slice(0, 6)}…${whole.slice(-4)}`;
}
