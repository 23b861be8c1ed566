import {
  formatDecimal,
  formatExact,
  type Plan,
  rateOf,
  type Snapshot,
  valueDown,
  type WithdrawalRequest,
} from "@ballast/core";
import { positionParts } from "../../../format/positionParts.ts";

/** What a plan changes beside tokens, which no simulation of balances shows. */
export type PlannedRow = {
  readonly name: string;
  readonly unit: string;
  readonly before: string;
  readonly change: string;
  readonly after: string;
  /** The amount after, with every digit. */
  readonly exact: string;
};

type Known = { readonly plan: Plan; readonly snapshot: Snapshot; readonly simulated: readonly string[] };

const HOW = { decimals: 18n, places: 4n, rounding: "down" } as const;

/** Stake that requests take out of a protocol, and the value under way before and after. By the plan and the snapshot, to the wei; empty for trades alone. */
export function plannedOf(known: Known): readonly PlannedRow[] {
  const { plan, simulated } = known;
  if (plan.claims.length === 0 && plan.requests.length === 0) return [];
  const stakes = plan.requests.filter(({ spend }) => !simulated.includes(spend.asset));
  return [...stakes.flatMap((request) => stakeRow(request, known)), ...underWayRow(known)];
}

function stakeRow({ position, spend }: WithdrawalRequest, { snapshot }: Known): readonly PlannedRow[] {
  const held = snapshot.positions.find((reading) => reading.position === position);
  if (held === undefined) return [];
  const name = positionParts(position).short;
  return [row({ name, unit: spend.asset, before: held.amount, change: -spend.amount })];
}

/** Nothing when a rate is unknown: then what comes under way has no value yet. */
function underWayRow({ plan, snapshot }: Known): readonly PlannedRow[] {
  const claimed = new Set<string>(plan.claims.map(({ ticket }) => ticket));
  const before = snapshot.tickets.reduce((sum, { value }) => sum + value, 0n);
  const leaves = snapshot.tickets.reduce(
    (sum, { ticket, value }) => sum + (claimed.has(ticket) ? value : 0n),
    0n,
  );
  let comes = 0n;
  for (const { expected } of plan.requests) {
    const rate = rateOf(snapshot, expected.asset);
    if (rate === null) return [];
    comes += valueDown(expected.amount, rate);
  }
  return [row({ name: "Under way", unit: snapshot.baseAsset, before, change: comes - leaves })];
}

function row(figures: { name: string; unit: string; before: bigint; change: bigint }): PlannedRow {
  const { name, unit, before, change } = figures;
  return {
    name,
    unit,
    before: formatDecimal(before, HOW),
    change: formatDecimal(change, { ...HOW, sign: "changes" }),
    after: formatDecimal(before + change, HOW),
    exact: `${formatExact(before + change, HOW.decimals)} ${unit}`,
  };
}
