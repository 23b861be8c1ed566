import { etherfiMaths } from "@ballast/adapters";
import { figure, type RecordedStep } from "./recordedStep.ts";
import { totalsOf } from "./redemptionSteps.ts";
import { same, type Vector } from "./vector.ts";

const { depositSharesDown, sharesForAmountDown, unwrapDown } = etherfiMaths;

const done = (step: RecordedStep, action: string) => step.action === action && step.reverted === undefined;
const gain = (step: RecordedStep, path: string) =>
  figure(step, `after.${path}`) - figure(step, `before.${path}`);
const gained = (step: RecordedStep, { path, found }: { path: string; found: bigint }) =>
  same(`after.${path}`, { recorded: gain(step, path), found });

/** What deposits, reports, wraps and transfers come to. */
export const stepVectors: readonly Vector[] = [
  {
    name: "deposit",
    applies: (step) => done(step, "LiquidityPool.deposit"),
    check: (step) => {
      const found = depositSharesDown(figure(step, "args.value"), totalsOf(step, "before"));
      gained(step, { path: "totalShares", found });
      gained(step, { path: "holder.eETHshares", found });
    },
  },
  {
    name: "deposit too small for a share",
    applies: ({ action, reverted }) => action === "LiquidityPool.deposit" && reverted === "InvalidAmount",
    check: (step) => {
      const found = depositSharesDown(figure(step, "args.value"), totalsOf(step, "before"));
      same("args.value", { recorded: 0n, found });
    },
  },
  {
    name: "report",
    applies: (step) => done(step, "rebase (by EtherFiAdmin)"),
    check: (step) => {
      const { pooled, shares } = totalsOf(step, "before");
      const rewards = figure(step, "args.accruedRewards");
      const fees = figure(step, "args.protocolFees");
      gained(step, { path: "totalPooledEther", found: rewards + fees });
      const found = fees === 0n ? 0n : depositSharesDown(fees, { pooled: pooled + rewards, shares });
      gained(step, { path: "totalShares", found });
    },
  },
  {
    name: "wrap",
    applies: (step) => done(step, "weETH.wrap"),
    check: (step) => {
      const found = sharesForAmountDown(figure(step, "args.eETHAmount"), totalsOf(step, "before"));
      gained(step, { path: "holder.weETH", found });
      gained(step, { path: "weETHsupply", found });
      gained(step, { path: "holder.eETHshares", found: -found });
    },
  },
  {
    name: "unwrap",
    applies: (step) => done(step, "weETH.unwrap"),
    check: (step) => {
      const weEth = figure(step, "args.weETHAmount");
      gained(step, { path: "holder.weETH", found: -weEth });
      gained(step, {
        path: "holder.eETHshares",
        found: unwrapDown(weEth, totalsOf(step, "before")).shares,
      });
    },
  },
  {
    name: "transfer",
    applies: ({ action, reverted }) => action.startsWith("eETH.transfer to ") && reverted === undefined,
    check: (step) => {
      const found = sharesForAmountDown(figure(step, "args.amount"), totalsOf(step, "before"));
      same("receiverSharesDelta", { recorded: figure(step, "receiverSharesDelta"), found });
      gained(step, { path: "holder.eETHshares", found: -found });
    },
  },
  {
    name: "request of the priority queue",
    applies: (step) => done(step, "PriorityWithdrawalQueue.requestWithdraw"),
    check: (step) => {
      const amount = figure(step, "args.amountOfEEth");
      const found = -sharesForAmountDown(amount, totalsOf(step, "before"));
      gained(step, { path: "holder.eETHshares", found });
    },
  },
];
