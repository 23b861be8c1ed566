import type { Fields } from "../form/Fields.ts";

/** Something that an administrator can shut: a pause bit of a contract, or a strategy's place on the whitelist. */
export type Gate =
  `${"delegation" | "strategies" | "allocations" | "whitelist" | `strategy${number}`}/${number}`;

/** The gates that must be open, and the one that must be shut, for a step to end as recorded. */
export type Needs = { readonly open: readonly Gate[]; readonly shut: Gate | null };

/** @param strategies of the withdrawal that a step completes */
export function needsOf(step: Fields, strategies: readonly number[]): Needs {
  const passed = gatesOf(step, strategies);
  const reverted = step.raw("reverted");
  if (reverted === undefined || reverted === "OnlyUnderlyingToken") return { open: passed, shut: null };
  const shut = shutGate(step, passed);
  if (shut !== null) return { open: passed.slice(0, passed.indexOf(shut)), shut };
  // Any other refusal comes after the first gate; whether it comes before a strategy's own does not matter, but for deposits it does.
  return { open: step.raw("action") === "deposit" ? passed : passed.slice(0, 1), shut: null };
}

/** Several gates pause a step alike. A note that speaks of the strategy means the strategy's own; else it is the first. */
function shutGate(step: Fields, passed: readonly Gate[]): Gate | null {
  const reverted = step.raw("reverted");
  if (reverted === "StrategyNotWhitelisted")
    return passed.find((gate) => gate.startsWith("whitelist")) ?? null;
  if (reverted !== "CurrentlyPaused") return null;
  const ofStrategy = passed.find((gate) => /^strategy\d/.test(gate));
  const note = step.object("args").raw("note");
  if (typeof note === "string" && /strategy/i.test(note) && ofStrategy !== undefined) return ofStrategy;
  return passed[0] ?? null;
}

/** In the order in which a step passes them. Source of the bits: eigenlayer-contracts, src/contracts/core/storage. */
function gatesOf(step: Fields, strategies: readonly number[]): readonly Gate[] {
  const args = step.object("args");
  switch (step.raw("action")) {
    case "deposit": {
      const strategy = Number(args.raw("strategy"));
      return ["strategies/0", `whitelist/${strategy}`, `strategy${strategy}/0`];
    }
    case "delegateTo":
      return ["delegation/0"];
    case "queueWithdrawals":
    case "undelegate":
      return ["delegation/1"];
    case "redelegate":
      return ["delegation/1", "delegation/0"];
    case "completeQueuedWithdrawal": {
      const own = args.raw("receiveAsTokens") === true ? strategies : [];
      return ["delegation/2", ...own.map((strategy): Gate => `strategy${strategy}/1`)];
    }
    case "modifyAllocations":
      return ["allocations/0"];
    case "slashOperator":
      return ["allocations/1"];
    case "deregisterFromOperatorSets":
      return ["allocations/2"];
    default:
      return [];
  }
}
