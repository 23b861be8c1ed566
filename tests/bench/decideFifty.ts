import { decide, evaluate } from "@ballast/core";
import { allocate, createLog, createSolver } from "@ballast/keeper";
import { contextOfInstance } from "../optimiser/contextOfInstance.ts";
import { instance } from "../optimiser/instance.ts";
import type { Measurement } from "./Measurement.ts";
import { quantile } from "./quantile.ts";

const POSITIONS = 49;
const ACCOUNTS = 200;
const WARM = 10;

/** From findings to a decision: problem, solver in its thread, integers, every plan rule. Random accounts of 49 positions and idle money, every one of which may be sold and bought. What the rules say of the account, and hashing what a decision was made from, is not in it. */
export async function decideFifty(): Promise<Measurement> {
  const solver = createSolver({ log: createLog("error"), milliseconds: 1_000 });
  const times: number[] = [];
  const outcomes = new Map<string, number>();
  try {
    for (let seed = 1; seed <= WARM + ACCOUNTS; seed += 1) {
      const context = contextOfInstance(instance(seed, POSITIONS));
      const findings = evaluate(context);
      const start = performance.now();
      const answer = await allocate(solver, { context, findings });
      const decision = decide({ context, inputs: [], findings, answer });
      if (seed > WARM) times.push(performance.now() - start);
      const outcome = answer.outcome === "targets" ? decision.outcome.kind : answer.outcome;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  } finally {
    await solver.close();
  }
  const shown = (share: number) => quantile(times, share).toFixed(0);
  const counts = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
  return {
    name: "decide_50_positions_p95_ms",
    value: Math.round(quantile(times, 95)),
    unit: "ms",
    target: "< 50, hard limit 1000",
    peer: "solver alone, a simpler model of 50 assets: highs 1.15.3 29 / 68, yalps 0.6.4 2.4 / 7.7, javascript-lp-solver 1.0.3 4.8 / 13 ms (p50 / p95, measured on a like machine)",
    detail: `${ACCOUNTS} accounts of ${POSITIONS + 1} positions, p50 ${shown(50)}, p99 ${shown(99)}, most ${shown(100)} ms; ${counts}`,
  };
}
