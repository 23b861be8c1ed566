import { type Claim, formatAmount, type Plan, type PositionId } from "@ballast/core";
import { positionParts } from "../../format/positionParts.ts";
import { shortAddress } from "../../format/shortAddress.ts";
import { venue } from "../../format/venue.ts";

/**
 * A plan as one act: `Move 120.00 ETH from wstETH to weETH`, `Claim 35.20 stETH from EigenLayer`, `Emergency exit from EigenLayer operator 0x5FbD…0aa3`. The amount
 * of a move is the value that leaves positions.
 */
export function planTitle(plan: Plan): string {
  if (plan.actions.length === 0 && plan.requests.length === 0) return `Claim ${claimedText(plan.claims)}`;
  const also = plan.claims.length === 0 ? "" : `, and claim ${claimedText(plan.claims)}`;
  return `${plan.purpose === "emergency-exit" ? emergencyTitle(plan) : moveTitle(plan)}${also}`;
}

function emergencyTitle(plan: Plan): string {
  const operator = operatorLeft(plan);
  if (operator !== null) return `Emergency exit from EigenLayer operator ${operator}`;
  return `Emergency exit: take ${turnover(plan)} out of ${namesOf([...exits(plan), ...plan.requests])}`;
}

/** The operator that the whole of the plan is about; null when it does anything else beside. */
function operatorLeft({ actions, requests: [request, ...rest] }: Plan): string | null {
  if (request?.order.kind !== "eigenlayer-undelegate" || rest.length > 0 || actions.length > 0) return null;
  return shortAddress(request.order.operator);
}

function moveTitle(plan: Plan): string {
  const { actions, requests } = plan;
  const value = turnover(plan);
  const left = namesOf(exits(plan));
  const entered = namesOf(actions.filter(({ kind }) => kind === "enter"));
  const queued = namesOf(requests);
  if (actions.length === 0) return `Queue ${value} of ${queued} for withdrawal`;
  const also = requests.length === 0 ? "" : `, and queue ${queued} for withdrawal`;
  if (entered === "") return `Take ${value} out of ${namesOf([...exits(plan), ...requests])}`;
  // With a request beside it the turnover is more than what moves.
  const moved = requests.length === 0 ? `${value} ` : "";
  return left === ""
    ? `Put ${value} into ${entered}${also}`
    : `Move ${moved}from ${left} to ${entered}${also}`;
}

const exits = ({ actions }: Plan) => actions.filter(({ kind }) => kind === "exit");

function turnover({ figures }: Plan): string {
  return formatAmount({
    amount: figures.turnover,
    decimals: 18n,
    places: 2n,
    rounding: "down",
    symbol: "ETH",
  });
}

/** What all claims pay together, and who pays it. */
function claimedText(claims: readonly Claim[]): string {
  const sums = new Map<string, bigint>();
  for (const { asset, expected } of claims.flatMap(({ receive }) => receive))
    sums.set(asset, (sums.get(asset) ?? 0n) + expected);
  const paid = [...sums].map(([symbol, amount]) =>
    formatAmount({ amount, decimals: 18n, places: 2n, rounding: "down", symbol }),
  );
  const venues = claims.map((claim) => venue(claim.venue).name);
  return `${paid.join(" and ")} from ${[...new Set(venues)].join(" and ")}`;
}

function namesOf(parts: readonly { readonly position: PositionId }[]): string {
  return [...new Set(parts.map(({ position }) => positionParts(position).short))].join(" and ");
}
