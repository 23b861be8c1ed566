import { exitDepth } from "../curve/exitDepth.ts";
import { salePrice } from "../curve/salePrice.ts";
import type { Policy } from "../policy/policy.ts";
import { safeFigures } from "../snapshot/safeFigures.ts";
import type { Snapshot } from "../snapshot/types.ts";
import type { KeptFigure } from "./keptFigure.ts";
import { depthSeries, marketSeries, safeSeries } from "./seriesOf.ts";

/** What is kept of a block for one account: what a sale of its guard's size would get, how much a pool takes at its ceiling, and what its Safe is. */
export function accountFigures(
  snapshot: Snapshot,
  { guards, costs }: Pick<Policy, "guards" | "costs">,
): readonly KeptFigure[] {
  const { size } = guards.marketDepeg;
  const markets = snapshot.rates.flatMap(({ asset }): KeptFigure[] => {
    const sale = salePrice(snapshot, { asset, size });
    const depth = exitDepth(snapshot, { asset, maxCost: costs.slippage, from: "market" });
    return [
      ...(sale === null ? [] : [{ series: marketSeries(asset), value: sale.price }]),
      ...(depth === null ? [] : [{ series: depthSeries(asset), value: depth.value }]),
    ];
  });
  const safe = snapshot.safe === null ? [] : safeFigures(snapshot.safe);
  return [...markets, ...safe.map(({ field, value }) => ({ series: safeSeries(field), value }))];
}
