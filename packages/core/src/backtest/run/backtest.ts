import type { BlockRef, Hash32 } from "../../chain/types.ts";
import { engineVersion } from "../../decision/engine.ts";
import type { Policy } from "../../policy/policy.ts";
import { policyId } from "../../policy/policyId.ts";
import type {
  BaseUnits,
  BlockNumber,
  PositionId,
  RawAmount,
  Seconds,
  UnixSeconds,
} from "../../units/brands.ts";
import { sumValues } from "../../units/order.ts";
import { afterSlashDown, type SimulatedAccount, slash } from "../account/account.ts";
import { executeDue } from "../account/executeDue.ts";
import { openWorkOf, propose } from "../account/proposals.ts";
import { snapshotAt } from "../account/snapshotAt.ts";
import { type StoredHistory, sliceOf, storeSamples } from "../market/history.ts";
import { applyFact, emptyMarket, type Market } from "../market/market.ts";
import { marketReadings } from "../market/marketReadings.ts";
import type { Tape, TapeRow } from "../tape/tape.ts";
import { drawdownUp } from "./drawdown.ts";
import { type Allocator, judge } from "./judge.ts";
import { type Opening, openingOf } from "./opening.ts";
import { type Runs, recordStep } from "./recordRuns.ts";
import type { BacktestResult, Point } from "./result.ts";
import { type Step, stepsOf } from "./steps.ts";
import { emptyWatch, markIncident, type Watch, watchStep } from "./watch.ts";
import { pricesOf, waitingWorth, worthOf } from "./worth.ts";

/** What a run is made of. The same spec gives the same result. */
export type BacktestSpec = {
  readonly policy: Policy;
  readonly tape: Tape;
  readonly allocate: Allocator;
  /** How long owners take to sign; each proposal draws one of these. */
  readonly signerDelays: readonly Seconds[];
  readonly seed: bigint;
  /** Time between blocks; null: one at every time of the tape. */
  readonly every: Seconds | null;
  /** Spread over the policy's targets when the tape holds nothing. */
  readonly startValue: BaseUnits;
  /** Whether feeds that the tape never mentions are taken to be fresh. */
  readonly assumeFeeds: boolean;
  /** Told after each step how many are done. */
  readonly onStep?: (done: number) => void;
};

type Holdings = Map<PositionId, RawAmount>;

/** Everything that a run changes as it goes. */
type State = {
  readonly spec: BacktestSpec;
  readonly opening: Opening;
  readonly market: Market;
  readonly account: SimulatedAccount;
  readonly history: StoredHistory;
  readonly hold: Holdings;
  readonly equal: Holdings;
  readonly watch: Watch;
  readonly runs: Runs;
  readonly points: Point[];
};

function opened(spec: BacktestSpec): State {
  const opening = openingOf(spec);
  return {
    spec,
    opening,
    market: emptyMarket(),
    account: { holdings: new Map(opening.holdings), tickets: [], proposals: [], nonce: 0n, gasPaid: 0n },
    history: new Map(),
    hold: new Map(opening.holdings),
    equal: new Map(opening.equal),
    watch: emptyWatch(),
    runs: { runs: [], key: "" },
    points: [],
  };
}

/** A block of the tape. Its number counts slots of 12 seconds; its hash is the time, since no chain has it. */
function blockAt({ policy }: BacktestSpec, time: UnixSeconds): BlockRef {
  const hash = `0x${time.toString(16).padStart(64, "0")}` as Hash32;
  return { chainId: policy.account.chainId, number: (time / 12n) as BlockNumber, hash, timestamp: time };
}

function applyRow(state: State, { fact, time }: TapeRow): void {
  applyFact(state.market, fact);
  if (fact.kind === "incident") markIncident(state.watch, { fact, time });
  if (fact.kind !== "slash") return;
  const { position, share } = fact;
  slash(state.account, { position, share, now: time });
  for (const holdings of [state.hold, state.equal]) {
    const held = holdings.get(position);
    if (held !== undefined) holdings.set(position, afterSlashDown(held, share));
  }
}

function pointOf(state: State, time: UnixSeconds): Point {
  const { account, market, spec, hold, equal } = state;
  const prices = pricesOf(market, spec.policy.baseAsset);
  const own = worthOf(account.holdings, prices);
  const rest = waitingWorth(account, prices) - account.gasPaid;
  return {
    time,
    ballast: { accounting: own.accounting + rest, market: own.market + rest },
    hold: worthOf(hold, prices),
    equal: worthOf(equal, prices),
  };
}

async function runStep(state: State, { time, rows }: Step): Promise<void> {
  const { spec, market, account, history, opening, watch, runs, points } = state;
  const { policy, allocate, assumeFeeds, signerDelays: delays, seed } = spec;
  for (const row of rows) applyRow(state, row);
  const block = blockAt(spec, time);
  const readings = marketReadings(market, { policy, venues: opening.venues, now: time, assumeFeeds });
  const read = () => snapshotAt(account, { policy, market, readings, block });
  const snapshot = executeDue(account, { now: time, read });
  storeSamples(history, { snapshot, policy });
  const judgement = await judge(
    {
      snapshot,
      history: sliceOf(history, { block, policy }),
      policy,
      openWork: openWorkOf(account, { policy, now: time }),
      siblings: [],
    },
    allocate,
  );
  const begun = recordStep(runs, { judgement, time });
  const { decision } = judgement;
  if (decision.outcome.kind === "propose" && begun !== undefined) {
    const { decisionId } = begun;
    propose(account, { decision, decisionId, plan: decision.outcome.plan, signers: { delays, seed } });
  }
  watchStep(watch, { findings: judgement.findings, account, time });
  points.push(pointOf(state, time));
}

function resultOf({ spec, account, watch, runs: { runs }, points }: State): BacktestResult {
  const told = spec.tape.rows.map(({ fact }) => fact);
  const executed = account.proposals.filter(({ state }) => state === "executed");
  const fallOf = (worth: "ballast" | "hold" | "equal") =>
    drawdownUp(points.map((point) => point[worth].market));
  return {
    schema: "ballast/backtest/1",
    engine: engineVersion,
    policyId: policyId(spec.policy),
    seed: spec.seed,
    steps: points.length,
    notes: told.flatMap((fact) => (fact.kind === "note" ? [fact.text] : [])),
    synthetic: told.flatMap((fact) => (fact.kind === "synthetic" ? [fact.text] : []))[0] ?? null,
    points,
    drawdown: { ballast: fallOf("ballast"), hold: fallOf("hold"), equal: fallOf("equal") },
    turnover: sumValues(executed.map(({ plan }) => plan.figures.turnover)),
    costs: {
      trading: executed.reduce((sum, { paid }) => sum + (paid?.trading ?? 0n), 0n),
      gas: account.gasPaid as BaseUnits,
    },
    runs,
    proposals: account.proposals,
    alarms: watch.alarms,
    incidents: watch.incidents.map(({ isOver: _, ...incident }) => incident),
  };
}

/**
 * Runs a policy over a tape, block by block: what the tape has said by then, the account as earlier proposals left it, and on these the live rules, allocator and
 * decision. What is proposed executes when its signers are done, at the prices of that later block, or not at all.
 * @throws TapeMismatchError when the tape lacks a rate that the policy needs
 */
export async function backtest(spec: BacktestSpec): Promise<BacktestResult> {
  const state = opened(spec);
  for (const step of stepsOf(spec.tape, spec.every)) {
    await runStep(state, step);
    spec.onStep?.(state.points.length);
  }
  return resultOf(state);
}
