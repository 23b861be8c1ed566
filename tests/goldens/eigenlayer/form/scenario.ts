import { type Address, getAddress, isAddress } from "viem";
import type { Fields } from "./Fields.ts";
import { StepProblem } from "./StepProblem.ts";

/** Who and what a scenario is about. Addresses are those of the recording. */
export type Setup = {
  readonly strategies: readonly Address[];
  readonly operators: readonly Address[];
  readonly stakers: readonly Address[];
  readonly avs: Address;
  /** what each operator allocated to the one operator set, in each strategy; 1e18 is all */
  readonly allocatedMagnitudes: readonly bigint[];
};

/** One recorded life of a few stakers and operators, from fresh contracts on. */
export type Scenario = {
  readonly name: string;
  readonly setup: Setup;
  readonly steps: readonly unknown[];
};

/** @throws StepProblem when it has not the form of a scenario */
export function scenarioOf(scenario: Fields): Scenario {
  scenario.requireOnly(["name", "description", "setup", "steps"]);
  const setup = setupOf(scenario.object("setup"));
  return { name: scenario.text("name"), setup, steps: scenario.list("steps") };
}

function setupOf(setup: Fields): Setup {
  setup.requireOnly(["strategies", "operators", "stakers", "allocatedMagnitude", "addresses"]);
  const addresses = setup.object("addresses");
  const named = (name: string) => addressesOf(addresses, { name, count: setup.integer(name) });
  const operators = named("operators");
  const allocatedMagnitudes = setup.integers("allocatedMagnitude");
  requireCount(setup, {
    name: "allocatedMagnitude",
    found: allocatedMagnitudes.length,
    count: operators.length,
  });
  return {
    strategies: named("strategies"),
    operators,
    stakers: named("stakers"),
    avs: addressOf(addresses.raw("avs"), addresses.place("avs")),
    allocatedMagnitudes,
  };
}

function addressesOf(fields: Fields, { name, count }: { name: string; count: bigint }): readonly Address[] {
  const found = fields.list(name);
  requireCount(fields, { name, found: found.length, count: Number(count) });
  return found.map((entry, index) => addressOf(entry, `${fields.place(name)}[${index}]`));
}

function requireCount(
  fields: Fields,
  { name, found, count }: { name: string; found: number; count: number },
): void {
  if (found === count) return;
  throw new StepProblem({
    field: fields.place(name),
    recorded: fields.raw(name),
    wanted: `a list of ${count}`,
  });
}

function addressOf(value: unknown, field: string): Address {
  if (typeof value === "string" && isAddress(value, { strict: false })) return getAddress(value);
  throw new StepProblem({ field, recorded: value, wanted: "an address" });
}
