import { etherfiMaths } from "@ballast/adapters";
import { figure, type RecordedStep } from "./recordedStep.ts";
import { totalsOf } from "./redemptionSteps.ts";
import { same, type Vector } from "./vector.ts";

const { amountForSharesDown, frozenRateUp, rateDown } = etherfiMaths;
const sides = ["before", "after"] as const;

const compare = (step: RecordedStep, { field, found }: { field: string; found: bigint }) =>
  same(field, { recorded: figure(step, field), found });

/** What holds of the state before and after every step. */
export const stateVectors: readonly Vector[] = [
  {
    name: "total",
    applies: () => true,
    check: (step) => {
      for (const side of sides) {
        const found = figure(step, `${side}.totalValueInLp`) + figure(step, `${side}.totalValueOutOfLp`);
        compare(step, { field: `${side}.totalPooledEther`, found });
      }
    },
  },
  {
    name: "rate",
    applies: () => true,
    check: (step) => {
      for (const side of sides)
        compare(step, { field: `${side}.weETHgetRate`, found: rateDown(totalsOf(step, side)) });
    },
  },
  {
    name: "rate rounded up",
    applies: () => true,
    check: (step) => {
      for (const side of sides)
        compare(step, { field: `${side}.amountPerShareCeil`, found: frozenRateUp(totalsOf(step, side)) });
    },
  },
  {
    name: "balance of eETH",
    applies: () => true,
    check: (step) => {
      for (const side of sides) {
        const held = figure(step, `${side}.holder.eETHshares`);
        compare(step, {
          field: `${side}.holder.eETH`,
          found: amountForSharesDown(held, totalsOf(step, side)),
        });
      }
    },
  },
];
