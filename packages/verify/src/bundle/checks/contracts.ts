import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { TrustedContracts } from "../knownContracts.ts";
import type { BundleContracts } from "../schema/signedBundle.ts";
import type { CheckDefinition } from "../types.ts";

/** Tokens and routers are who they are said to be, as far as anybody outside of the bundle says so. */
export const contracts: CheckDefinition = {
  id: "contracts",
  title: "Tokens and routers are known by their addresses",
  run({ file: { bundle }, trusted }) {
    distinct(bundle.contracts, bundle.account.address);
    if (trusted === null) {
      return `No list for chain ${bundle.account.chainId}: the addresses are the bundle's own statement. Compare them with the deployment file.`;
    }
    vouchedFor(bundle.contracts, trusted);
    return "Every address is the one of the verifier's own list.";
  },
};

function distinct({ assets, routers }: BundleContracts, account: string): void {
  const seen = new Map<string, string>([[account, "the account"]]);
  for (const { id, address } of [...assets, ...routers]) {
    const before = seen.get(address);
    demand(before === undefined, `bundle.contracts gives ${address} to ${id} and to ${before}`);
    seen.set(address, id);
  }
}

function vouchedFor({ deadlineChecker, assets, routers }: BundleContracts, trusted: TrustedContracts): void {
  demandEqual("bundle.contracts.deadlineChecker", { is: deadlineChecker, must: trusted.deadlineChecker });
  for (const { id, address } of routers) {
    const known = trusted.routers.find((router) => router.id === id);
    demand(known !== undefined, `bundle.contracts.routers: nobody vouches for ${id}`);
    demandEqual(`address of router ${id}`, { is: address, must: known.address });
  }
  for (const { id, address, decimals } of assets) {
    const known = trusted.assets.find((asset) => asset.id === id);
    demand(known !== undefined, `bundle.contracts.assets: nobody vouches for ${id}`);
    demandEqual(`address of ${id}`, { is: address, must: known.address });
    demandEqual(`decimals of ${id}`, { is: decimals, must: known.decimals });
  }
}
