import { wornCurve } from "../curve/wornCurve.ts";
import { idleReading } from "../portfolio/idleReading.ts";
import { rateOf } from "../portfolio/rateOf.ts";
import { walletReading } from "../portfolio/walletReading.ts";
import type { PositionReading, RouteCurve, Snapshot } from "../snapshot/types.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { AssetId, PositionId } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { subtractToZero } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { valueDown } from "../units/value.ts";
import { plannedTicket } from "./plannedTicket.ts";
import type { Action, Plan } from "./types.ts";

/** Whether every action pays what was quoted, or only its minimum. */
export type Payment = "expected" | "atLeast";

type Outcome = { readonly plan: Plan; readonly at: Payment };

/** Change of each position's amount. */
type Moves = Map<PositionId, bigint>;

function walletsOf(snapshot: Snapshot, { claims }: Plan): Map<AssetId, PositionReading | null> {
  const assets = claims.flatMap(({ receive }) => receive.map(({ asset }) => asset));
  return new Map(assets.map((asset) => [asset, walletReading(snapshot, asset)]));
}

function movesOf(
  { plan, at }: Outcome,
  {
    idle,
    wallets,
  }: {
    readonly idle: PositionReading;
    readonly wallets: ReadonlyMap<AssetId, PositionReading | null>;
  },
): Moves {
  const moves: Moves = new Map();
  const add = (position: PositionId | undefined, change: bigint) => {
    if (position !== undefined) moves.set(position, (moves.get(position) ?? 0n) + change);
  };
  for (const { receive } of plan.claims)
    for (const paid of receive) add(wallets.get(paid.asset)?.position, paid[at]);
  for (const { kind, position, spend, receive } of plan.actions) {
    add(kind === "exit" ? position : idle.position, -spend.amount);
    add(kind === "exit" ? idle.position : position, receive[at]);
  }
  for (const { position, spend } of plan.requests) add(position, -spend.amount);
  return moves;
}

/** A route that the plan trades on, worn by that trade. */
function worn(curve: RouteCurve, actions: readonly Action[]): RouteCurve {
  const used = actions.find(
    ({ route, pool, spend, receive }) =>
      route === curve.route &&
      pool === curve.pool &&
      spend.asset === curve.assetIn &&
      receive.asset === curve.assetOut,
  );
  return used === undefined ? curve : wornCurve(curve, used.spend.amount);
}

/** A way out that counts in deposit shares, less what the plan asks for. */
function used(exit: ExitReading, { requests }: Plan): ExitReading {
  const { terms } = exit;
  const order = requests.find(({ position }) => position === exit.position)?.order;
  if (terms.kind !== "eigenlayer-queue" || order === undefined) return exit;
  const asked = order.kind === "eigenlayer-queue" ? order.depositShares : terms.depositShares;
  return { ...exit, terms: { ...terms, depositShares: subtractToZero(terms.depositShares, asked) } };
}

/**
 * The snapshot as it would be right after a plan, its routes worn by it, all else equal: to judge the plan by the same rules as the account. Entries spend exactly what is
 * planned, so at the minimum the settlement asset that is left is the least there can be. What is claimed lies in the account itself; what is asked for waits as tickets of the
 * value that they are expected to pay. null when the plan spends more than there is, claims a ticket that is not there, or one that pays in an asset without a rate.
 */
export function applyPlan(snapshot: Snapshot, outcome: Outcome): Snapshot | null {
  const { plan } = outcome;
  const claimed = new Set(plan.claims.map(({ ticket }) => ticket));
  const left = snapshot.tickets.filter(({ ticket }) => !claimed.has(ticket));
  if (snapshot.tickets.length - left.length !== plan.claims.length) return null;
  const idle = idleReading(snapshot);
  const wallets = walletsOf(snapshot, plan);
  if ([...wallets.values()].includes(null)) return null;
  const places = [...snapshot.positions, idle, ...wallets.values()].filter((each) => each !== null);
  const held = [...new Map(places.map((each) => [each.position, each])).values()];
  const moves = movesOf(outcome, { idle, wallets });
  const change = ({ position }: PositionReading) => moves.get(position) ?? 0n;
  if (held.some((each) => each.amount + change(each) < 0n)) return null;
  const positions = held.map((each): PositionReading => {
    const rate = rateOf(snapshot, each.asset);
    if (rate === null || change(each) === 0n) return each;
    const amount = rawAmount(each.amount + change(each));
    return { ...each, amount, value: valueDown(amount, rate) };
  });
  const asked = plan.requests.map((request, index) => plannedTicket(snapshot, { request, index }));
  return {
    ...snapshot,
    positions: positions.toSorted((a, b) => compareText(a.position, b.position)),
    tickets: [...left, ...asked].toSorted((a, b) => compareText(a.ticket, b.ticket)),
    exits: snapshot.exits.map((exit) => used(exit, plan)),
    curves: snapshot.curves.map((curve) => worn(curve, plan.actions)),
  };
}
