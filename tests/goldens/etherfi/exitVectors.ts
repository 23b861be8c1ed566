import { etherfiMaths } from "@ballast/adapters";
import { figure, type RecordedStep } from "./recordedStep.ts";
import { amountOf, paymentOf, totalsOf } from "./redemptionSteps.ts";
import { StepProblem } from "./StepProblem.ts";
import { same, type Vector, type VectorContext } from "./vector.ts";

const { claimDown, frozenRateUp, requestsBySize, withdrawalRequest, withdrawalRequestOfWeEth } = etherfiMaths;

const POOL_REQUEST = "LiquidityPool.requestWithdraw";
const ADAPTER_REQUEST = "WeETHWithdrawAdapter.requestWithdraw";
const isRequest = ({ action }: RecordedStep) => action === POOL_REQUEST || action === ADAPTER_REQUEST;
const passed = ({ reverted }: RecordedStep) => reverted === undefined;

/** What requests, finalisations and claims come to. */
export const exitVectors: readonly Vector[] = [
  {
    name: "request",
    applies: (step) => isRequest(step) && passed(step),
    check: (step) => {
      const request = requestOf(step);
      same("amountOfEEth", { recorded: figure(step, "amountOfEEth"), found: request.amountOfEEth });
      same("shareOfEEth", { recorded: figure(step, "shareOfEEth"), found: request.shareOfEEth });
    },
  },
  {
    name: "size of a request",
    applies: (step) => isRequest(step) && (passed(step) || step.reverted === "InvalidWithdrawalAmount"),
    check: (step, { rig }) => {
      const { amountOfEEth } = requestOf(step);
      const limits = { min: rig.minWithdraw, max: rig.maxWithdraw };
      const { requests } = requestsBySize(amountOfEEth, limits);
      const whole = requests.length === 1 && requests[0] === amountOfEEth;
      if (whole === passed(step)) return;
      const recorded = step.reverted ?? "it passed";
      const found = `as requests within the limits it is ${requests.join(" + ") || "none"}`;
      throw new StepProblem({ field: "reverted", recorded, found });
    },
  },
  {
    name: "frozen rate",
    applies: (step) => step.action.startsWith("finalize ") && passed(step),
    check: (step) =>
      same("frozenRate", {
        recorded: figure(step, "frozenRate"),
        found: frozenRateUp(totalsOf(step, "before")),
      }),
  },
  {
    name: "claim",
    applies: (step) => step.action === "WithdrawRequestNFT.claimWithdraw" && passed(step),
    check: (step, context) => {
      const { amountOfEEth, shareOfEEth } = requested(step, context);
      const found = claimDown({ amountOfEEth, shareOfEEth }, frozenFor(step, context));
      const claimable = figure(step, "getClaimableAmountBefore");
      same("getClaimableAmountBefore", { recorded: claimable, found });
      same("ethDelta", { recorded: figure(step, "ethDelta"), found });
      const burnt = figure(step, "before.totalShares") - figure(step, "after.totalShares");
      same("after.totalShares", { recorded: burnt, found: shareOfEEth });
    },
  },
  {
    name: "redemption",
    applies: (step) => paymentOf(step) !== undefined && passed(step),
    check: (step, { rig }) => {
      const payment = paymentOf(step) ?? "ETH";
      const totals = totalsOf(step, "before");
      const exitFeeBps = rig.exitFeeBps[payment];
      const terms = { totals, exitFeeBps, treasurySplitBps: rig.treasurySplitBps };
      const { payout, sharesBurnt } = etherfiMaths.redemption(amountOf(step), terms);
      const field = payment === "ETH" ? "ethDelta" : "stETHDelta";
      same(field, { recorded: figure(step, field), found: payout });
      const burnt = totals.shares - figure(step, "after.totalShares");
      same("after.totalShares", { recorded: burnt, found: sharesBurnt });
    },
  },
  {
    name: "preview of a redemption",
    applies: (step) => paymentOf(step) !== undefined && passed(step),
    check: (step, { rig }) => {
      const totals = totalsOf(step, "before");
      const amount = figure(step, "args.amount");
      const ofWeEth = step.action.includes("redeemWeEth");
      const shares = ofWeEth ? amount : etherfiMaths.sharesForAmountDown(amount, totals);
      const exitFeeBps = rig.exitFeeBps[paymentOf(step) ?? "ETH"];
      const found = etherfiMaths.previewRedeemDown(shares, { totals, exitFeeBps });
      same("previewRedeem", { recorded: figure(step, "previewRedeem"), found });
    },
  },
  {
    name: "redeemable amount",
    applies: (step) => paymentOf(step) !== undefined && passed(step),
    check: (step, { rig, circumstances }) => {
      const recorded = figure(step, "totalRedeemableAmountBefore");
      const { liquidity, bucket, payment } = circumstances.get(step) ?? {
        liquidity: 0n,
        bucket: 0n,
        payment: "ETH",
      };
      const { pooled } = totalsOf(step, "before");
      const lowWatermarkBps = rig.lowWatermarkBps[payment];
      const found = etherfiMaths.redeemableDown({ liquidity, pooled, lowWatermarkBps, bucket });
      same("totalRedeemableAmountBefore", { recorded, found });
    },
  },
];

function requestOf(step: RecordedStep): etherfiMaths.WithdrawalRequest {
  const make = step.action === ADAPTER_REQUEST ? withdrawalRequestOfWeEth : withdrawalRequest;
  return make(figure(step, "args.amount"), totalsOf(step, "before"));
}

/** The recorded request that a claim is of. */
function requested(claim: RecordedStep, { steps }: VectorContext): etherfiMaths.WithdrawalRequest {
  const id = figure(claim, "args.requestId");
  const step = steps.find(
    (one) => isRequest(one) && one.requestId !== undefined && figure(one, "requestId") === id,
  );
  if (step === undefined)
    throw new StepProblem({
      field: "args.requestId",
      recorded: String(id),
      found: "no step made this request",
    });
  return { amountOfEEth: figure(step, "amountOfEEth"), shareOfEEth: figure(step, "shareOfEEth") };
}

/** The rate of the first recorded finalisation that reaches the request. */
function frozenFor(claim: RecordedStep, { steps }: VectorContext): bigint {
  const id = figure(claim, "args.requestId");
  const step = steps.find((one) => one.frozenRate !== undefined && figure(one, "args.upToRequestId") >= id);
  if (step === undefined)
    throw new StepProblem({
      field: "args.requestId",
      recorded: String(id),
      found: "no step finalised this request",
    });
  return figure(step, "frozenRate");
}
