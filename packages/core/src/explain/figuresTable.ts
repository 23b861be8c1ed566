import type { PlanFigures } from "../plan/types.ts";
import type { Wad } from "../units/brands.ts";
import { formatDuration } from "../units/formatDuration.ts";
import { formatWadPercent } from "../units/formatWadPercent.ts";
import { type BaseUnit, ETHER, valueText } from "./words.ts";

/** One line of the table of figures. */
export type FigureRow = { readonly label: string; readonly value: string };

function yieldText(value: Wad | null): string {
  return value === null ? "Not known" : `${formatWadPercent(value, { rounding: "down" })} a year`;
}

/** Every figure of a plan in the order of the reason: costs rounded up, gains and yields down. */
export function figuresTable(
  { figures }: { readonly figures: PlanFigures },
  unit: BaseUnit = ETHER,
): FigureRow[] {
  const up = (amount: bigint) => valueText(amount, { unit, rounding: "up" });
  const change = (amount: bigint) => valueText(amount, { unit, rounding: "down", sign: "changes" });
  const horizon = formatDuration(figures.horizon);
  return [
    { label: "Turnover", value: up(figures.turnover) },
    { label: "Trading cost", value: up(figures.tradingCost) },
    { label: "Gas", value: up(figures.gasCost) },
    { label: "Cost", value: up(figures.cost) },
    { label: `Gain in ${horizon}`, value: change(figures.grossGain) },
    { label: `Net gain in ${horizon}`, value: change(figures.netGain) },
    { label: "Payback", value: figures.payback === null ? "Never" : formatDuration(figures.payback) },
    { label: "Yield before", value: yieldText(figures.yieldBefore) },
    { label: "Yield after", value: yieldText(figures.yieldAfter) },
    { label: "Worst loss", value: up(figures.worstLoss) },
  ];
}
