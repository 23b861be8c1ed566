import type { Deployment } from "@ballast/adapters";
import { compareText } from "@ballast/core";
import type { TrustedContracts } from "@ballast/verify";

/** The deployment file's own word on the contracts that a bundle names, so that the verifier need not take the bundle's. */
export function trustedContracts({ deadlineChecker, assets, routes, venues }: Deployment): TrustedContracts {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => compareText(a.id, b.id);
  return {
    deadlineChecker,
    assets: assets.map(({ id, address, decimals }) => ({ id, address, decimals })).toSorted(byId),
    routers: Object.entries(routes)
      .map(([id, { router }]) => ({ id, address: router }))
      .toSorted(byId),
    venues: Object.entries(venues)
      .flatMap(([venue, contracts]) =>
        Object.entries(contracts).map(([name, { address }]) => ({ id: `${venue}.${name}`, address })),
      )
      .toSorted(byId),
  };
}
