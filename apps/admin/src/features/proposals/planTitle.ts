import { type Action, formatAmount, type Plan, positionText } from "@ballast/core";

/** A plan as one act: `Move 120.00 ETH from wstETH to weETH`. The amount is the value that leaves positions. */
export function planTitle({ actions, figures, purpose }: Plan): string {
  const value = formatAmount({
    amount: figures.turnover,
    decimals: 18n,
    places: 2n,
    rounding: "down",
    symbol: "ETH",
  });
  const left = namesOf(actions, "exit");
  const entered = namesOf(actions, "enter");
  if (purpose === "emergency-exit") return `Emergency exit: take ${value} out of ${left}`;
  if (entered === "") return `Take ${value} out of ${left}`;
  return left === "" ? `Put ${value} into ${entered}` : `Move ${value} from ${left} to ${entered}`;
}

function namesOf(actions: readonly Action[], kind: Action["kind"]): string {
  const names = actions
    .filter((action) => action.kind === kind)
    .map(({ position }) => positionText(position));
  return [...new Set(names)].join(" and ");
}
