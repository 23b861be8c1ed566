import type { Hash32 } from "../../chain/types.ts";
import type { Finding } from "../../policy/finding.ts";
import type { BaseUnits, Bps, PositionId, UnixSeconds } from "../../units/brands.ts";
import type { SimulatedProposal } from "../account/account.ts";

/**
 * Worth of one portfolio at one time. `accounting` is by the protocols' rates, `market` by what a small sale gets; withdrawals under way count
 * for what they will pay. Of the account both are net of the gas that its owners have paid.
 */
export type Worth = { readonly accounting: bigint; readonly market: bigint };

export type Point = {
  readonly time: UnixSeconds;
  readonly ballast: Worth;
  /** What was held at the start, never touched. */
  readonly hold: Worth;
  /** The same value at the start, in equal parts over every position that the policy may enter, never touched; no cost is counted. */
  readonly equal: Worth;
};

/** Something that a finding said beside `ok`. */
export type Remark = Pick<Finding, "rule" | "code" | "level" | "subject">;

/** Steps in a row that were decided alike, for the same reasons. Together the runs hold every step. */
export type DecisionRun = {
  readonly from: UnixSeconds;
  readonly to: UnixSeconds;
  readonly steps: number;
  /** `hold within-limits`, `propose emergency`. */
  readonly outcome: string;
  /** The first step's decision in words. */
  readonly sentence: string;
  /** By id, as the keeper would have stored the first step's decision. */
  readonly decisionId: Hash32;
  readonly remarks: readonly Remark[];
};

/** A guard that began to warn. */
export type Alarm = Remark & {
  readonly time: UnixSeconds;
  /** No incident of the tape was open. */
  readonly isFalse: boolean;
};

/** One incident of the tape, from the time that it says; null where the time never came. */
export type Incident = {
  readonly name: string;
  readonly position: PositionId;
  readonly from: UnixSeconds;
  /** First guard that warned of the position or its venue. */
  readonly warnedAt: UnixSeconds | null;
  /** First proposal that leaves the position. */
  readonly proposedAt: UnixSeconds | null;
  /** First time that nothing of it was left: neither held nor waiting in its queue. */
  readonly safeAt: UnixSeconds | null;
};

export type BacktestResult = {
  readonly schema: "ballast/backtest/1";
  readonly engine: string;
  readonly policyId: Hash32;
  readonly seed: bigint;
  readonly steps: number;
  /** What the tape says of itself; `synthetic` is null for recorded figures. */
  readonly notes: readonly string[];
  readonly synthetic: string | null;
  readonly points: readonly Point[];
  /** Largest fall from an earlier high, by market worth, rounded up. */
  readonly drawdown: { readonly ballast: Bps; readonly hold: Bps; readonly equal: Bps };
  /** Of executed batches. */
  readonly turnover: BaseUnits;
  readonly costs: { readonly trading: bigint; readonly gas: BaseUnits };
  readonly runs: readonly DecisionRun[];
  readonly proposals: readonly SimulatedProposal[];
  readonly alarms: readonly Alarm[];
  readonly incidents: readonly Incident[];
};
