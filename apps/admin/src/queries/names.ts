import { DEVNET_NAMES } from "../devnet/names.ts";
import { chainFacts } from "./chainFacts.ts";

/** The name that people here know an address by, or null. On the devnet its fixed cast has names. */
export async function nameOf(address: string): Promise<string | null> {
  const chain = await chainFacts();
  return chain?.devnet ? (DEVNET_NAMES[address.toLowerCase()] ?? null) : null;
}
