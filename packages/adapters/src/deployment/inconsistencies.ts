import { adapters } from "../registry.ts";
import type { DeploymentProblem } from "./DeploymentInvalid.ts";
import { namedAddresses } from "./namedAddresses.ts";
import type { Deployment } from "./types.ts";

type Entry = { readonly field: string; readonly value: string };

/** Entries that repeat an earlier one. */
function repeated(entries: readonly Entry[], what: string): DeploymentProblem[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ field, value }) => {
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, field);
    return earlier === undefined ? [] : [{ field, value, limit: `${what} once; ${earlier} has it already` }];
  });
}

function duplicates(deployment: Deployment): DeploymentProblem[] {
  const pools = Object.entries(deployment.routes).flatMap(([route, { pools }]) =>
    pools.map((pool, index) => ({
      field: `routes.${route}.pools[${index}]`,
      value: `${[pool.tokenA, pool.tokenB].toSorted().join("/")} at fee ${pool.fee}`,
    })),
  );
  const assets = deployment.assets.map(({ id }, index) => ({ field: `assets[${index}].id`, value: id }));
  const feeds = deployment.feeds.map(({ id }, index) => ({ field: `feeds[${index}].id`, value: id }));
  return [
    ...repeated(assets, "each asset is listed"),
    ...repeated(feeds, "each feed is listed"),
    ...repeated(pools, "each pair and fee is listed"),
  ];
}

/** One address under two names: one of them is a copying mistake. One name in two places must be one address. */
function addressClashes(deployment: Deployment): DeploymentProblem[] {
  const byAddress = new Map<string, { name: string; field: string }>();
  const byName = new Map<string, { address: string; field: string }>();
  return namedAddresses(deployment).flatMap(({ name, field, address }) => {
    const sameAddress = byAddress.get(address);
    const sameName = byName.get(name);
    if (sameAddress === undefined) byAddress.set(address, { name, field });
    if (sameName === undefined) byName.set(name, { address, field });
    if (sameName !== undefined && sameName.address !== address) {
      return [{ field, value: address, limit: `must be the address that ${sameName.field} gives ${name}` }];
    }
    if (sameAddress !== undefined && sameAddress.name !== name) {
      return [{ field, value: address, limit: `an address has one name; ${sameAddress.field} has this one` }];
    }
    return [];
  });
}

function unknownPoolTokens(deployment: Deployment): DeploymentProblem[] {
  const known = new Set<string>(deployment.assets.map(({ id }) => id));
  return Object.entries(deployment.routes).flatMap(([route, { pools }]) =>
    pools.flatMap((pool, index) => {
      const field = `routes.${route}.pools[${index}]`;
      const strangers = (["tokenA", "tokenB"] as const)
        .filter((side) => !known.has(pool[side]))
        .map((side) => ({
          field: `${field}.${side}`,
          value: pool[side],
          limit: `one of the assets ${[...known].join(", ")}`,
        }));
      const same = pool.tokenA === pool.tokenB;
      const twin = { field: `${field}.tokenB`, value: pool.tokenB, limit: "two different assets" };
      return same ? [...strangers, twin] : strangers;
    }),
  );
}

function missingVenueAssets(deployment: Deployment): DeploymentProblem[] {
  const known = new Set<string>(deployment.assets.map(({ id }) => id));
  return adapters.flatMap(({ id, contractNames }) =>
    deployment.venues[id] === undefined
      ? []
      : contractNames.assets
          .filter((asset) => !known.has(asset))
          .map((asset) => ({
            field: "assets",
            value: [...known].join(", "),
            limit: `venue ${id} needs the asset ${asset}`,
          })),
  );
}

function danglingCitations(deployment: Deployment): DeploymentProblem[] {
  const fields = new Set(namedAddresses(deployment).map(({ field }) => field));
  return Object.keys(deployment.citations)
    .filter((path) => !fields.has(path))
    .map((path) => ({
      field: `citations["${path}"]`,
      value: path,
      limit: "the path of an address in this file, for example multicall or feeds[0].address",
    }));
}

/** What is wrong with a deployment whose every field is well-formed by itself. */
export function inconsistencies(deployment: Deployment): DeploymentProblem[] {
  return [
    ...duplicates(deployment),
    ...addressClashes(deployment),
    ...unknownPoolTokens(deployment),
    ...missingVenueAssets(deployment),
    ...danglingCitations(deployment),
  ];
}
