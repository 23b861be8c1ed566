import type { Deployment } from "@ballast/adapters";
import { routes, type VenueAdapter } from "@ballast/adapters";
import { type Action, type PositionId, rawAmount, type VenueId } from "@ballast/core";

export type Sizes = { readonly spend: bigint; readonly atLeast: bigint };

const ONE: Sizes = { spend: 10n ** 18n, atLeast: 10n ** 17n };

type Trade = {
  readonly kind: Action["kind"];
  readonly position: PositionId;
  readonly venue: VenueId;
  readonly sizes: Sizes;
};

/** The action that trades one pair of a route for a position; every pool of the pair gives one. */
function actionsOn(deployment: Deployment, { kind, position, venue, sizes }: Trade) {
  return routes.flatMap((route) =>
    route.pairs(deployment).flatMap(({ assetIn, assetOut }) => {
      const pools = (deployment.routes[route.id]?.pools ?? []).filter(({ tokenA, tokenB }) =>
        [tokenA, tokenB].every((token) => token === assetIn || token === assetOut),
      );
      return pools.map(
        ({ address: pool, fee }): Action => ({
          kind,
          position,
          venue,
          route: route.id,
          pool,
          fee,
          spend: { asset: assetIn, amount: rawAmount(sizes.spend) },
          receive: { asset: assetOut, expected: rawAmount(sizes.atLeast), atLeast: rawAmount(sizes.atLeast) },
          limitedBy: "band",
        }),
      );
    }),
  );
}

/** Every action that a venue should be able to encode: each of its positions sold and bought on every pool that trades it. */
export function possibleActions(
  adapter: VenueAdapter,
  given: { deployment: Deployment; sizes?: Sizes },
): readonly Action[] {
  const { deployment, sizes = ONE } = given;
  if (adapter.id === "idle") return [];
  return adapter.positions(deployment).flatMap(({ position, asset }) => {
    const trade = { position, venue: adapter.id, sizes };
    return [
      ...actionsOn(deployment, { ...trade, kind: "exit" }).filter(({ spend }) => spend.asset === asset),
      ...actionsOn(deployment, { ...trade, kind: "enter" }).filter(({ receive }) => receive.asset === asset),
    ];
  });
}
