import {
  type AssetId,
  type BaseUnits,
  formatAmount,
  formatBps,
  formatDecimal,
  rateOf,
  rawAmount,
  type Simulation,
  type Snapshot,
  shareDown,
  valueDown,
} from "@ballast/core";
import type { AsOfFacts } from "../../../components/AsOf.tsx";
import { blockAsOf } from "../../../format/blockAsOf.ts";
import type { ProposalDetail } from "../../../queries/proposalDetail.ts";
import { type PlannedRow, plannedOf } from "./plannedOf.ts";

export type BalanceRow = {
  readonly asset: string;
  readonly before: string;
  readonly change: string;
  readonly after: string;
  readonly shareBefore: string;
  readonly shareAfter: string;
};

export type BalancesView = {
  readonly how: string;
  readonly asOf: AsOfFacts;
  readonly rows: readonly BalanceRow[];
  /** Value in ETH by the protocols' rates at the block; null when a rate is unknown. */
  readonly total: { readonly before: string; readonly change: string; readonly after: string } | null;
  /** What changes beside these balances, by the plan; then the total is not the whole account. */
  readonly planned: readonly PlannedRow[];
  readonly unexpected: readonly string[];
  readonly configurationUnchanged: boolean;
  readonly allowancesSpent: boolean;
};

const PLACES = 4n;
const DECIMALS = 18n;

/** Balances before and after as the simulation of the exact transaction had them; null when nothing was simulated. */
export function balancesOf({ simulation, snapshot, bundle, plan }: ProposalDetail): BalancesView | null {
  if (simulation === null || snapshot === null) return null;
  const decimalsOf = (asset: AssetId) =>
    bundle?.contracts.assets.find(({ id }) => id === asset)?.decimals ?? DECIMALS;
  const changes = simulation.changes.filter(({ before, after }) => before !== 0n || after !== 0n);
  const values = valuesOf(changes, snapshot);
  const whole = values === null ? null : { before: sum(values, "before"), after: sum(values, "after") };
  return {
    how: `${simulation.method}, with ${simulation.approvedBy.length} owners' approvals overridden${simulation.conditional ? ", after what is queued before it" : ""}`,
    asOf: blockAsOf(simulation.block, [{ name: "Method", value: simulation.method }]),
    rows: changes.map(({ asset, before, after }) => {
      const show = (amount: bigint) => plain(amount, decimalsOf(asset));
      const value = values?.find((each) => each.asset === asset) ?? null;
      return {
        asset,
        before: show(before),
        change: change(after - before, decimalsOf(asset)),
        after: show(after),
        shareBefore: whole === null || value === null ? "" : formatBps(shareDown(value.before, whole.before)),
        shareAfter: whole === null || value === null ? "" : formatBps(shareDown(value.after, whole.after)),
      };
    }),
    total: whole === null ? null : totalOf(whole),
    planned: plan === null ? [] : plannedOf({ plan, snapshot, simulated: changes.map(({ asset }) => asset) }),
    unexpected: unexpectedOf(simulation),
    configurationUnchanged: simulation.configurationUnchanged,
    allowancesSpent: simulation.allowances.every(({ after }) => after === 0n),
  };
}

type Value = { readonly asset: AssetId; readonly before: BaseUnits; readonly after: BaseUnits };

function valuesOf(changes: Simulation["changes"], snapshot: Snapshot): readonly Value[] | null {
  const values = changes.map(({ asset, before, after }) => {
    const rate = rateOf(snapshot, asset);
    if (rate === null) return null;
    return { asset, before: valueDown(rawAmount(before), rate), after: valueDown(rawAmount(after), rate) };
  });
  return values.every((value) => value !== null) ? values : null;
}

const sum = (values: readonly Value[], which: "before" | "after") =>
  values.reduce((total, value) => total + value[which], 0n) as BaseUnits;

function totalOf({ before, after }: { before: bigint; after: bigint }): BalancesView["total"] {
  const show = (value: bigint) =>
    formatDecimal(value, { decimals: DECIMALS, places: PLACES, rounding: "down" });
  return { before: show(before), change: change(after - before, DECIMALS), after: show(after) };
}

const plain = (amount: bigint, decimals: bigint) =>
  formatAmount({ amount, decimals, places: PLACES, rounding: "down" });

const change = (amount: bigint, decimals: bigint) =>
  formatDecimal(amount, { decimals, places: PLACES, rounding: "down", sign: "changes" });

function unexpectedOf({ unexpected, success, revert }: Simulation): readonly string[] {
  const reverted = success ? [] : [`The simulation reverted: ${revert === "" ? "without a reason" : revert}`];
  return [...reverted, ...unexpected.map(({ code, detail }) => `${code.replaceAll("-", " ")}: ${detail}`)];
}
