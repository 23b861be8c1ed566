import { formatDurationExact } from "../../units/formatDuration.ts";
import { formatExact } from "../../units/formatExact.ts";
import type { PolicyDocument } from "./policyDocument.ts";
import type { PolicyIssue } from "./policyIssue.ts";
import { problem } from "./problem.ts";

/** Most gas of one transaction since Fusaka (EIP-7825): 2^24. A batch beyond it can never be mined. */
const TRANSACTION_GAS_CAP = 16_777_216n;
const MINUTE = 60n;

type Limit = {
  readonly path: string;
  /** undefined where an optional part of the document is left out. */
  readonly value: bigint | undefined;
  readonly least: bigint;
  readonly most: bigint | null;
};
type Shown = { readonly limits: readonly Limit[]; readonly show: (value: bigint) => string };

/** Single values outside what can work. */
export function limitProblems(document: PolicyDocument): readonly PolicyIssue[] {
  return [counts(document), durations(document), amounts(document), shares(document)].flatMap(outside);
}

function outside({ limits, show }: Shown): readonly PolicyIssue[] {
  return limits.flatMap(({ path, value, least, most }) => {
    if (value === undefined) return [];
    const ask = (limit: string, bound: bigint) => [
      problem({
        path,
        value: show(value),
        limit: `${limit} ${show(bound)}`,
        advice: `Write ${show(bound)} or another allowed value.`,
      }),
    ];
    if (value < least) return ask("at least", least);
    return most !== null && value > most ? ask("at most", most) : [];
  });
}

function counts({ chainId, version, batch, guards }: PolicyDocument): Shown {
  return {
    show: String,
    limits: [
      { path: "chainId", value: chainId, least: 1n, most: null },
      { path: "version", value: version, least: 1n, most: null },
      { path: "batch.maxCalls", value: batch.maxCalls, least: 2n, most: 100n },
      { path: "batch.maxGas", value: batch.maxGas, least: 100_000n, most: TRANSACTION_GAS_CAP },
      { path: "guards.marketDepeg.samples", value: guards.marketDepeg.samples, least: 1n, most: 1000n },
      {
        path: "guards.oracleDiverging.samples",
        value: guards.oracleDiverging?.samples,
        least: 1n,
        most: 1000n,
      },
      // Beyond four at once every choice of causes is too many to compare, and says no more than all of them.
      {
        path: "guards.correlatedSlashing.causes",
        value: guards.correlatedSlashing?.causes,
        least: 1n,
        most: 4n,
      },
      { path: "guards.sourceSilent.quorum", value: guards.sourceSilent.quorum, least: 1n, most: 16n },
      // A fortnight of blocks: who waits longer for a claim has no guard.
      { path: "guards.ticketStuck.after", value: guards.ticketStuck?.after, least: 1n, most: 100_800n },
    ],
  };
}

function durations({ objective, costs, proposalDeadline, liquidity, guards }: PolicyDocument): Shown {
  const least = MINUTE;
  return {
    show: (value) => formatDurationExact(value as typeof proposalDeadline),
    limits: [
      { path: "objective.horizon", value: objective.horizon, least, most: null },
      { path: "objective.yieldWindow", value: objective.yieldWindow, least, most: null },
      { path: "costs.payback", value: costs.payback, least, most: null },
      { path: "guards.window", value: guards.window, least, most: 30n * 86_400n },
      { path: "proposalDeadline", value: proposalDeadline, least, most: 30n * 86_400n },
      ...liquidity.map(({ within }, i) => ({
        path: `liquidity[${i}].within`,
        value: within,
        least: 0n,
        most: null,
      })),
    ],
  };
}

function amounts({ guards, pace }: PolicyDocument): Shown {
  return {
    show: (value) => `${formatExact(value, 18n)} ETH`,
    limits: [
      { path: "guards.marketDepeg.size", value: guards.marketDepeg.size, least: 10n ** 15n, most: null },
      { path: "pace.minimumTrade", value: pace.minimumTrade, least: 1n, most: null },
      {
        path: "guards.exitQueue.growth",
        value: guards.exitQueue?.growth,
        least: 1n,
        most: guards.exitQueue?.limit ?? null,
      },
    ],
  };
}

function shares({ caps, costs, guards, liquidity, pace }: PolicyDocument): Shown {
  const { slippage, emergencySlippage, gasShareOfGain, worstLossPerBatch } = costs;
  return {
    show: (value) => `${formatExact(value, 2n)}%`,
    limits: [
      { path: "caps.venueShare", value: caps.venueShare, least: 1n, most: null },
      { path: "caps.exitLiquidityShare", value: caps.exitLiquidityShare, least: 1n, most: null },
      { path: "costs.slippage", value: slippage, least: 1n, most: 1000n },
      { path: "costs.emergencySlippage", value: emergencySlippage, least: slippage, most: 5000n },
      { path: "costs.gasShareOfGain", value: gasShareOfGain, least: 1n, most: null },
      { path: "costs.worstLossPerBatch", value: worstLossPerBatch, least: 1n, most: 1000n },
      { path: "pace.turnoverPerDay", value: pace.turnoverPerDay, least: 1n, most: null },
      { path: "guards.marketDepeg.threshold", value: guards.marketDepeg.threshold, least: 1n, most: 5000n },
      { path: "guards.backingLoss.threshold", value: guards.backingLoss?.threshold, least: 0n, most: 5000n },
      { path: "guards.tvlDrop.threshold", value: guards.tvlDrop?.threshold, least: 1n, most: null },
      ...(["largeOutflow", "exitLiquidityFalling", "oracleDiverging", "priceDrawdown"] as const).map(
        (guard) => ({
          path: `guards.${guard}.threshold`,
          value: guards[guard]?.threshold,
          least: 1n,
          most: null,
        }),
      ),
      { path: "guards.ticketLoss.threshold", value: guards.ticketLoss?.threshold, least: 0n, most: 5000n },
      {
        path: "guards.rateGrowth.maxPerSample",
        value: guards.rateGrowth?.maxPerSample,
        least: 1n,
        most: guards.rateGrowth?.maxPerYear ?? null,
      },
      ...liquidity.map(({ share }, i) => ({
        path: `liquidity[${i}].share`,
        value: share,
        least: 1n,
        most: null,
      })),
    ],
  };
}
