import type { Address } from "../../bytes/types.ts";
import { demand } from "../demand.ts";
import type { BundleContracts } from "../schema/signedBundle.ts";

type Named = { readonly list: "assets" | "routers" | "venues"; readonly id: string };

/**
 * The address that the bundle's list of contracts gives to a name.
 * @throws CheckFailedError when it does not list it
 */
export function addressOf(contracts: BundleContracts, { list, id }: Named): Address {
  const entries: readonly { readonly id: string; readonly address: Address }[] = contracts[list];
  const found = entries.find((entry) => entry.id === id);
  demand(found !== undefined, `bundle.contracts.${list} does not list ${id}`);
  return found.address;
}
