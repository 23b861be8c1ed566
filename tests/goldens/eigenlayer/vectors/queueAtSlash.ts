import { eigenlayerMaths } from "@ballast/adapters";
import { wad } from "@ballast/core";
import { isAddressEqual } from "viem";
import type { EigenlayerFile } from "../form/eigenlayerFile.ts";
import { Fields } from "../form/Fields.ts";
import type { Scenario } from "../form/scenario.ts";

/**
 * The shares in the queue that a slash reached. A vector has them as they were one block before, when the window was another one: what
 * left it in the slash's own block is taken from the scenario's steps. Without the scenario the vector's figure must do.
 */
export function queueAtSlash(vector: Fields, { scenarios, delays }: EigenlayerFile): bigint {
  const before = vector.integer("slashableSharesInQueueBefore");
  const scenario = scenarios.find(({ name }) => name === vector.raw("scenario"));
  if (before === 0n || scenario === undefined) return before;
  const slash = findSlash(scenario, vector);
  if (slash === null) return before;
  const magnitude = wad(vector.integer("maxMagnitudeBefore"));
  const windowStart = slash.block - BigInt(delays.minWithdrawal);
  const scaled = slash.queued.filter(({ startBlock }) => startBlock >= windowStart);
  const sum = scaled.reduce((total, { scaledShares }) => total + scaledShares, 0n);
  return eigenlayerMaths.sharesForScaledDown(sum, magnitude);
}

type Queued = { readonly startBlock: bigint; readonly scaledShares: bigint };

/** The step that the vector is of: the state before it has the vector's figures, and so do its arguments. */
function findSlash(scenario: Scenario, vector: Fields): { block: bigint; queued: readonly Queued[] } | null {
  const steps = scenario.steps.map((step, index) => new Fields(step, `${scenario.name}[${index}]`));
  for (const [index, step] of steps.entries()) {
    const previous = steps[index - 1];
    if (step.raw("action") !== "slashOperator" || step.has("reverted") || previous === undefined) continue;
    const args = step.object("args");
    const operator = args.index("operator", scenario.setup.operators.length);
    for (const [place, strategy] of args.indices("strategies", scenario.setup.strategies.length).entries()) {
      if (args.integers("wadsToSlash")[place] !== vector.integer("wadToSlash")) continue;
      const states = previous.object("after").list("operators")[operator];
      if (!Array.isArray(states) || !isBefore(new Fields(states[strategy], "after.operators"), vector))
        continue;
      const queued = queuedUntil(steps.slice(0, index), { scenario, operator, strategy });
      return { block: step.object("after").integer("block"), queued };
    }
  }
  return null;
}

function isBefore(state: Fields, vector: Fields): boolean {
  return (
    state.integer("maxMagnitude") === vector.integer("maxMagnitudeBefore") &&
    state.integer("operatorShares") === vector.integer("operatorSharesBefore") &&
    state.integer("slashableSharesInQueue") === vector.integer("slashableSharesInQueueBefore")
  );
}

type Under = { readonly scenario: Scenario; readonly operator: number; readonly strategy: number };

function queuedUntil(steps: readonly Fields[], { scenario, operator, strategy }: Under): readonly Queued[] {
  const delegatedTo = scenario.setup.operators[operator];
  return steps.flatMap((step) =>
    (step.has("queued") ? step.list("queued") : []).flatMap((entry) => {
      const queued = new Fields(entry, "queued");
      const withdrawal = queued.object("withdrawal");
      const owner = withdrawal.text("delegatedTo") as `0x${string}`;
      if (delegatedTo === undefined || !isAddressEqual(owner, delegatedTo)) return [];
      const startBlock = withdrawal.integer("startBlock");
      const items = queued.list("items").map((item) => new Fields(item, "queued.items"));
      return items
        .filter((item) => item.raw("strategy") === strategy)
        .map((item) => ({ startBlock, scaledShares: item.integer("scaledShares") }));
    }),
  );
}
