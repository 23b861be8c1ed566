import type { Address, Hex } from "@ballast/core";
import { ByteReader } from "./byteReader.ts";

/** `undelegate(address)` of EigenLayer's DelegationManager (IDelegationManager.sol). */
const SELECTOR: Hex = "0xda8be864";

/**
 * The staker that leaves its operator, with everything that it holds.
 * @throws MalformedDataError when the data is not exactly one undelegate call
 */
export function decodeUndelegate(data: Hex): Address {
  const reader = new ByteReader(data, "undelegate(address)");
  reader.expect(SELECTOR);
  const staker = reader.addressWord();
  reader.end();
  return staker;
}
