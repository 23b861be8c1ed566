import type { Address } from "@ballast/core";
import type { Deployment } from "./types.ts";

/** An address of a deployment, the path where the file has it, and the name that it goes by. */
export type NamedAddress = { readonly field: string; readonly name: string; readonly address: Address };

/**
 * Every address of a deployment. A token listed as an asset and as a venue's contract has one name; so has a router
 * that is also the deadline checker.
 */
export function namedAddresses(deployment: Deployment): readonly NamedAddress[] {
  const { safe, assets, venues, feeds, routes, multicall, deadlineChecker } = deployment;
  const routers = Object.values(routes).map(({ router }) => router);
  const checkerName = routers.includes(deadlineChecker) ? "router" : "deadlineChecker";
  return [
    ...Object.entries(safe.contracts).map(([key, { address }]) => ({
      field: `safe.contracts.${key}.address`,
      name: `safe ${key}`,
      address,
    })),
    { field: "multicall", name: "multicall", address: multicall },
    { field: "deadlineChecker", name: checkerName, address: deadlineChecker },
    ...assets.map(({ id, address }, index) => ({ field: `assets[${index}].address`, name: id, address })),
    ...Object.entries(venues).flatMap(([venue, contracts]) =>
      Object.entries(contracts).map(([name, { address }]) => ({
        field: `venues.${venue}.${name}.address`,
        name,
        address,
      })),
    ),
    ...feeds.map(({ id, address }, index) => ({
      field: `feeds[${index}].address`,
      name: `feed ${id}`,
      address,
    })),
    ...Object.entries(routes).flatMap(([route, { router, quoter, factory, pools }]) => [
      { field: `routes.${route}.router`, name: "router", address: router },
      { field: `routes.${route}.quoter`, name: `${route} quoter`, address: quoter },
      { field: `routes.${route}.factory`, name: `${route} factory`, address: factory },
      ...pools.map((pool, index) => ({
        field: `routes.${route}.pools[${index}].address`,
        name: `${route} pool ${pool.tokenA}/${pool.tokenB} ${pool.fee}`,
        address: pool.address,
      })),
    ]),
  ];
}
