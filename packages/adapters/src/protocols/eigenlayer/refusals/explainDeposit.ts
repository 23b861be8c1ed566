import { mulDivDown, WAD_ONE } from "@ballast/core";
import { PAUSE_BITS } from "../pauseBits.ts";
import type { EigenStrategy } from "../strategies.ts";
import { couldNotTell } from "./couldNotTell.ts";
import { figureIn } from "./figureIn.ts";
import { heldOperator } from "./heldOperator.ts";
import { pauseRefusal } from "./pauseRefusal.ts";
import type { EigenLayerReading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";
import { slashedRefusal } from "./slashedRefusal.ts";

export type DepositStep = {
  readonly strategy: Pick<EigenStrategy, "form" | "contract" | "asset">;
  /** In the token's smallest units. */
  readonly amount: bigint;
};

function whitelistRefusal(reading: EigenLayerReading, { strategy }: DepositStep): Refusal | null {
  const whitelisted = figureIn(reading, `whitelisted:${strategy.form}`);
  if (whitelisted === null) return couldNotTell("the whitelist of strategies");
  if (whitelisted !== 0n) return null;
  const text = `EigenLayer takes no more deposits into the ${strategy.form} strategy; withdrawals go on.`;
  return { error: "StrategyNotWhitelisted", text };
}

/** Both limits or none are read; what lies in the strategy is its own part of the venue's tvl. */
function limitRefusal(reading: EigenLayerReading, { strategy, amount }: DepositStep): Refusal | null {
  const perDeposit = figureIn(reading, `max-per-deposit:${strategy.form}`);
  const total = figureIn(reading, `max-total-deposits:${strategy.form}`);
  if (perDeposit !== null && amount > perDeposit) {
    const text = `A deposit of ${amount} is above the strategy's limit of ${perDeposit} a deposit. Split it.`;
    return { error: "MaxPerDepositExceedsMax", text };
  }
  if (total === null) return null;
  const held = figureIn(reading, "tvl");
  if (held === null) return couldNotTell("what lies in the strategy");
  if (held + amount <= total) return null;
  const text = `The strategy holds ${held} of at most ${total}: a deposit of ${amount} does not fit.`;
  return { error: "BalanceExceedsMaxTotalDeposits", text };
}

function sharesRefusal({ venue }: EigenLayerReading, { strategy, amount }: DepositStep): Refusal | null {
  const rate = venue.rates.find(({ asset }) => asset === strategy.asset)?.rate;
  if (rate === undefined) return couldNotTell(`the rate of ${strategy.asset}`);
  if (mulDivDown(amount, { times: WAD_ONE, over: rate }) > 0n) return null;
  return { error: "NewSharesZero", text: `${amount} is too little for one share at the rate ${rate}.` };
}

/** Why a deposit would revert, the contract's first error first; null when it would pass. Amounts are in the token's smallest units. */
export function explainDeposit(reading: EigenLayerReading, step: DepositStep): Refusal | null {
  const { deposits } = PAUSE_BITS.strategyManager;
  const { contract, form } = step.strategy;
  return (
    pauseRefusal(reading, { contract: "strategyManager", bit: deposits, what: "Deposits are" }) ??
    whitelistRefusal(reading, step) ??
    pauseRefusal(reading, { contract, bit: PAUSE_BITS.strategy.deposits, what: `Deposits of ${form} are` }) ??
    limitRefusal(reading, step) ??
    sharesRefusal(reading, step) ??
    slashedRefusal(reading, { operator: heldOperator(reading), form })
  );
}
