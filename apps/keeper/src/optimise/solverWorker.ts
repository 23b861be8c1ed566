// Runs in a thread of its own: solves the LP text that it is sent, one at a time, and answers with what the solver found. It imports nothing else, so that it starts quickly. A fault of
// the solver ends the thread, and whoever started it starts another.
import { parentPort } from "node:worker_threads";
import loadHighs from "highs";

/**
 * Nodes first, since they are counted alike everywhere; the clock of whoever asked comes second. One thread and a fixed seed, so that the same text has the same answer. The gap
 * is a millionth of the gain. The search for good answers before the search for proof is left out: on problems of this size it takes twice the time of all the rest, and the proof finds them.
 */
const OPTIONS = {
  output_flag: false,
  threads: 1,
  random_seed: 0,
  mip_max_nodes: 5_000,
  mip_rel_gap: 1e-6,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_heuristic_run_shifting: false,
  mip_heuristic_run_zi_round: false,
};

// Its types are written for `require`, where the loader is under `default`; an import has it directly.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();
// The first problem is slow, since the engine compiles what it meets: a small one is solved before anybody waits.
highs.solve(
  "Maximize\n gain: x + 2 z\nSubject To\n r: x + 3 z <= 4\nBounds\n 0 <= x <= 2\nBinary\n z\nEnd\n",
  OPTIONS,
);
parentPort?.on("message", (text: string) => {
  const { Status: status, Columns: columns } = highs.solve(text, OPTIONS);
  const primals = Object.entries(columns).map(([name, { Primal }]) => [name, Primal] as const);
  parentPort?.postMessage({ status, primals: new Map(primals) });
});
parentPort?.postMessage("ready");
