import type { Policy } from "../policy/policy.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { Snapshot } from "../snapshot/types.ts";
import type { Bps, SourceId, UnixSeconds } from "../units/brands.ts";
import { capCases } from "./capCases.ts";
import type { GoldenCase } from "./goldenCase.ts";
import { guardCases } from "./guardCases.ts";
import { withSnapshot } from "./judge.ts";
import { KEEP, kept } from "./kept.ts";
import { moveOf, proposalOf } from "./moves.ts";
import { withdrawalCases } from "./withdrawalCases.ts";
import {
  CALM,
  contextOf,
  eth,
  NOW,
  policyOf,
  SHIFT,
  type Stake,
  snapshotOf,
  WEETH,
  WSTETH,
} from "./world.ts";

const calm = snapshotOf(CALM);

function guarded(guard: Partial<Policy["guards"]["marketDepeg"]>): Partial<Policy> {
  const { guards } = policyOf(CALM.stakes);
  return { guards: { ...guards, marketDepeg: { ...guards.marketDepeg, ...guard } } };
}

function weETH(changes: Partial<Stake>, policy: Partial<Policy> = {}): RuleContext {
  return contextOf(kept({ stakes: [WSTETH, { ...WEETH, yield: "9", ...changes }], idle: "100", policy }));
}

function capped(): RuleContext {
  const { caps } = policyOf(CALM.stakes);
  const protocols = caps.protocols.map((cap) =>
    cap.venue === "lido" ? { ...cap, max: 5_000n as Bps } : cap,
  );
  const stakes = [{ ...WSTETH, value: "500.000000000000000002" }, WEETH];
  return contextOf({ stakes, idle: "100", policy: { caps: { protocols } } });
}

function heads(...states: readonly Snapshot["heads"][number]["state"][]): Snapshot["heads"] {
  return states.map((state, index) => ({
    source: `rpc-${index + 1}` as SourceId,
    state,
    number: state === "silent" ? null : calm.block.number,
    hash: state === "agrees" ? calm.block.hash : null,
    detail: "",
  }));
}

const costs = policyOf(CALM.stakes).costs;
const { pace } = policyOf(CALM.stakes);

/** Limits that the better yield's plan is outside of, each by itself. */
const OUTSIDE: Readonly<Record<string, { outcome: string; policy: Partial<Policy> }>> = {
  "gas-takes-too-much-of-the-gain": {
    outcome: "hold gain-below-cost",
    policy: { costs: { ...costs, gasShareOfGain: 20n as Bps } },
  },
  "turnover-of-the-day-used-up": {
    outcome: "hold cooling-down",
    policy: { pace: { ...pace, turnoverPerDay: 100n as Bps } },
  },
  "worst-loss-above-the-limit": {
    outcome: "refuse breaks-a-limit",
    policy: { costs: { ...costs, worstLossPerBatch: 1n as Bps } },
  },
};

const stale = calm.feeds.map((feed) => ({ ...feed, updatedAt: (NOW - 9_000n) as UnixSeconds }));
const shifted = kept(SHIFT);

export const goldenCases: readonly GoldenCase[] = [
  { name: "within-limits", outcome: "hold within-limits", context: contextOf(kept(CALM)) },
  { name: "yield-shift", outcome: "propose better-yield", context: contextOf(shifted) },
  {
    name: "gain-below-cost",
    outcome: "hold gain-below-cost",
    context: contextOf({ ...shifted, policy: { ...KEEP, costs: { ...costs, minimumNetGain: eth("5") } } }),
  },
  ...Object.entries(OUTSIDE).map(([name, { outcome, policy }]) => ({
    name,
    outcome,
    context: contextOf({ ...shifted, policy: { ...KEEP, ...policy } }),
  })),
  { name: "one-wei-above-the-cap", outcome: "propose limit-breached", context: capped() },
  {
    name: "limit-that-no-trade-repairs",
    outcome: "refuse infeasible",
    context: contextOf(kept({ stakes: [{ ...WSTETH, value: "900", discount: 90n }, WEETH], idle: "150" })),
  },
  { name: "depeg-freezes-entries", outcome: "hold entries-frozen", context: weETH({ discount: 200n }) },
  {
    name: "depeg-exits",
    outcome: "propose emergency",
    context: weETH({ discount: 120n, depth: "200000" }, guarded({ response: "exit" })),
  },
  {
    name: "depeg-exits-a-part",
    outcome: "propose emergency",
    context: weETH({ discount: 120n }, guarded({ response: "exit" })),
  },
  {
    name: "depeg-beyond-the-ceiling",
    outcome: "refuse no-exit",
    context: weETH({ discount: 300n }, guarded({ response: "exit" })),
  },
  { name: "backing-loss", outcome: "hold entries-frozen", context: weETH({ yield: "-2", discount: 60n }) },
  { name: "feed-stale", outcome: "hold entries-frozen", context: withSnapshot({ feeds: stale }, shifted) },
  {
    name: "source-silent",
    outcome: "refuse data-missing",
    context: withSnapshot({ heads: heads("agrees", "silent") }, shifted),
  },
  {
    name: "sources-disagree",
    outcome: "refuse sources-disagree",
    context: withSnapshot({ heads: heads("agrees", "agrees", "disagrees") }, shifted),
  },
  {
    name: "curve-missing",
    outcome: "refuse data-missing",
    context: withSnapshot({ curves: snapshotOf(shifted).curves.slice(1) }, shifted),
  },
  {
    name: "position-missing",
    outcome: "refuse data-missing",
    context: withSnapshot(
      { missing: [{ subject: "position:lido:wstETH", code: "short-data", retry: true, detail: "0x" }] },
      shifted,
    ),
  },
  {
    name: "cooling-down",
    outcome: "hold cooling-down",
    context: contextOf({ ...shifted, openWork: { recent: [moveOf({ executed: 3_600n })] } }),
  },
  {
    name: "dwelling",
    outcome: "hold within-limits",
    context: contextOf({
      ...shifted,
      openWork: {
        recent: [moveOf({ executed: 172_800n, entered: ["lido:wstETH"], exited: ["etherfi:weETH"] })],
      },
    }),
  },
  {
    name: "proposal-open",
    outcome: "hold proposal-open",
    context: contextOf({ ...shifted, openWork: { proposals: [proposalOf({ nonce: 142n })] } }),
  },
  {
    name: "observe",
    outcome: "hold observe-mode",
    context: contextOf({ ...shifted, policy: { ...KEEP, mode: "observe" } }),
  },
  ...withdrawalCases,
  ...capCases,
  ...guardCases,
];
