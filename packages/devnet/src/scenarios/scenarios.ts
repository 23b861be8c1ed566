import { OptionError } from "../errors.ts";
import { backingLoss } from "./backingLoss.ts";
import { calm } from "./calm.ts";
import { finalizeWithdrawals } from "./finalizeWithdrawals.ts";
import { forceUndelegate } from "./forceUndelegate.ts";
import { gasSpike } from "./gasSpike.ts";
import { marketDepeg } from "./marketDepeg.ts";
import { operatorReallocates } from "./operatorReallocates.ts";
import { oracleStale } from "./oracleStale.ts";
import { pause } from "./pause.ts";
import type { Scenario } from "./scenario.ts";
import { slash } from "./slash.ts";
import { tvlDrain } from "./tvlDrain.ts";
import { upgrade } from "./upgrade.ts";
import { yieldShift } from "./yieldShift.ts";

/** Every scenario under the name that people type. */
export const scenarios = {
  calm,
  "yield-shift": yieldShift,
  "gas-spike": gasSpike,
  "market-depeg": marketDepeg,
  slash,
  "operator-reallocates": operatorReallocates,
  "force-undelegate": forceUndelegate,
  "backing-loss": backingLoss,
  "finalize-withdrawals": finalizeWithdrawals,
  pause,
  upgrade,
  "tvl-drain": tvlDrain,
  "oracle-stale": oracleStale,
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

/** @throws {OptionError} for a name that is none */
export function scenarioNamed(name: string): Scenario {
  const known = Object.entries(scenarios).find(([one]) => one === name);
  if (known === undefined)
    throw new OptionError({
      option: "scenario",
      value: name,
      limit: `one of ${Object.keys(scenarios).join(", ")}`,
    });
  return known[1];
}
