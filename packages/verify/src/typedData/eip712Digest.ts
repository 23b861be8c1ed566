import { concat } from "../bytes/concat.ts";
import { fromHex } from "../bytes/fromHex.ts";
import { keccak } from "../bytes/keccak.ts";
import type { Hash32 } from "../bytes/types.ts";

/** What is signed (EIP-712): keccak256( 0x19 0x01 || domain separator || hash of the message ). */
export function eip712Digest(domainHash: Hash32, messageHash: Hash32): Hash32 {
  const domain = fromHex(domainHash, { field: "domainHash", length: 32 });
  const message = fromHex(messageHash, { field: "messageHash", length: 32 });
  return keccak(concat(Uint8Array.of(0x19, 0x01), domain, message));
}
