import { demand } from "../demand.ts";
import type { Plan } from "../schema/plan.ts";
import { transferDust } from "./transferDust.ts";

type Bounds = { least: bigint; most: bigint | null };

/**
 * A ticket of a rebasing token grows until it is claimed. Lido admits 0.075 % a report, one a day (OracleReportSanityChecker,
 * maxPositiveTokenRebase 750,000): a hundredth is more than a proposal can live to see.
 */
function paidAtMost(asset: string, expected: bigint): bigint {
  const dust = transferDust(asset);
  return dust === 0n ? expected : expected + expected / 100n + dust;
}

/**
 * What the account's balances may do by the plan's own parts, for each asset that a claim pays or a request takes: claims
 * pay what the plan expects of them, a rebasing token more by every rebase; requests take exactly what they spend; trades pay at least
 * their least, with no upper bound here. EigenLayer's shares are no balance.
 */
function boundsOf({ claims, actions, requests }: Plan): Map<string, Bounds> {
  const taken = requests.filter(({ order: { kind } }) => kind === "etherfi-queue" || kind === "lido-queue");
  const paid = claims.flatMap(({ receive }) => receive);
  const touched = [...paid.map(({ asset }) => asset), ...taken.map(({ spend }) => spend.asset)];
  const bounds = new Map<string, Bounds>(touched.map((asset) => [asset, { least: 0n, most: 0n }]));
  const move = (asset: string, { least, most }: Bounds) => {
    const sum = bounds.get(asset);
    if (sum === undefined) return;
    sum.least += least;
    sum.most = sum.most === null || most === null ? null : sum.most + most;
  };
  for (const { asset, atLeast, expected } of paid) {
    move(asset, { least: atLeast, most: paidAtMost(asset, expected) });
  }
  for (const { spend } of [...taken, ...actions]) {
    move(spend.asset, { least: -spend.amount, most: -spend.amount });
  }
  for (const { receive } of actions) move(receive.asset, { least: receive.atLeast, most: null });
  return bounds;
}

/**
 * The measured changes are what claims and requests do, whatever bounds the plan gives for them.
 * @throws CheckFailedError
 */
export function demandChanges(plan: Plan, changes: ReadonlyMap<string, bigint>): void {
  for (const [asset, { least, most }] of boundsOf(plan)) {
    const change = changes.get(asset);
    demand(change !== undefined, `bundle.simulation.changes says nothing of ${asset}`);
    demand(
      change >= least && (most === null || change <= most),
      `${asset} changed by ${change} in the simulation; claims, trades and requests come to ${least} to ${most ?? "any more"}`,
    );
  }
}
