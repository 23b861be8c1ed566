import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import { usedContracts } from "../explain/usedContracts.ts";
import type { TrustedContracts } from "../knownContracts.ts";
import type { BundleContracts } from "../schema/signedBundle.ts";
import type { CheckDefinition } from "../types.ts";

/** Tokens, routers and venues are who they are said to be, as far as anybody outside of the bundle says so. */
export const contracts: CheckDefinition = {
  id: "contracts",
  title: "Tokens, routers and venues are known by their addresses",
  run({ file: { bundle }, plan, trusted }) {
    distinct(bundle.contracts, bundle.account.address);
    if (trusted === null) {
      return `No list for chain ${bundle.account.chainId}: the addresses are the bundle's own statement. Compare them with the deployment file.`;
    }
    vouchedFor(bundle.contracts, trusted);
    venuesVouchedFor(bundle.contracts, { trusted, used: usedContracts(plan, bundle.contracts) });
    return "Every address is the one of the verifier's own list.";
  },
};

/** No address has two roles; but a token is also a contract of its venue, by the same name: `lido.wstETH`. */
function distinct({ assets, routers, venues }: BundleContracts, account: string): void {
  const seen = new Map<string, string>([[account, "the account"]]);
  for (const { id, address } of [...assets, ...routers]) {
    const before = seen.get(address);
    demand(before === undefined, `bundle.contracts gives ${address} to ${id} and to ${before}`);
    seen.set(address, id);
  }
  const names = new Set<string>();
  for (const { id, address } of venues) {
    demand(!names.has(id), `bundle.contracts.venues lists ${id} twice`);
    names.add(id);
    const before = seen.get(address);
    demand(
      before === undefined || id === `${id.split(".")[0]}.${before}`,
      `bundle.contracts gives ${address} to ${id} and to ${before}`,
    );
    seen.set(address, before ?? id);
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

type Vouching = { readonly trusted: TrustedContracts; readonly used: readonly string[] };

/** A venue's contract that the plan uses must be vouched for; none may be another than the one that is. */
function venuesVouchedFor({ venues }: BundleContracts, { trusted, used }: Vouching): void {
  for (const { id, address } of venues) {
    const known = trusted.venues.find((contract) => contract.id === id);
    demand(
      known !== undefined || !used.includes(id),
      `bundle.contracts.venues: nobody vouches for ${id}, which the plan uses`,
    );
    if (known !== undefined) demandEqual(`address of ${id}`, { is: address, must: known.address });
  }
}
