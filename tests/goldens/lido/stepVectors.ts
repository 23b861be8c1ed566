import {
  claimableEtherDown,
  etherForSharesDown,
  finalizationNeed,
  sharesForEtherDown,
  stEthPerTokenDown,
  stEthRequestDown,
  unwrapDown,
  wstEthRequestDown,
} from "@ballast/adapters";
import { batchingOf } from "./batching.ts";
import { type Difference, differences } from "./differences.ts";
import { argumentsOf, wholeNumber, wholeNumbers } from "./fields.ts";
import type { Fields, LidoFile, LidoStep } from "./lidoFile.ts";
import { queuedRequests } from "./queuedRequests.ts";
import { kindOf } from "./replayStep.ts";

/** A comparison that is still to be made. `compute` throws StepProblem when a field that it needs is missing. */
export type Vector = {
  readonly kind: string;
  readonly name: string;
  readonly compute: () => readonly Difference[];
};

type Maths = (step: LidoStep, file: LidoFile) => { readonly recorded: Fields; readonly found: Fields };

const totalsOf = (step: LidoStep, pooled = "totalPooledEther") => ({
  totalPooledEther: wholeNumber(step[pooled], pooled),
  totalShares: wholeNumber(step.totalShares, "totalShares"),
});

const rate: Maths = (step) => ({
  recorded: { stEthPerToken: step.stEthPerToken },
  found: { stEthPerToken: stEthPerTokenDown(totalsOf(step, "after")) },
});

const wrap: Maths = (step) => {
  const amount = wholeNumber(argumentsOf(step, ["stETH"]).stETH, "args.stETH");
  return {
    recorded: { wstETHGain: step.wstETHGain },
    found: { wstETHGain: sharesForEtherDown(amount, totalsOf(step)) },
  };
};

/** A balance grows by what the moved shares are worth, or by a wei more, as the rest of the balance has it. */
const unwrap: Maths = (step) => {
  const amount = wholeNumber(argumentsOf(step, ["wstETH"]).wstETH, "args.wstETH");
  const totals = totalsOf(step);
  const worth = etherForSharesDown(unwrapDown(amount, totals).shares, totals);
  const gain = wholeNumber(step.stETHGain, "stETHGain");
  return {
    recorded: { stETHGain: gain },
    found: { stETHGain: gain === worth + 1n ? gain : worth },
  };
};

const requests =
  (requestOf: typeof stEthRequestDown): Maths =>
  (step) => {
    const amounts = wholeNumbers(argumentsOf(step, ["amounts"]).amounts, "args.amounts");
    const recorded = Array.isArray(step.requests) ? (step.requests as Fields[]) : [];
    const found = amounts.map((amount, index) => ({
      requestId: recorded[index]?.requestId,
      ...requestOf(amount, totalsOf(step)),
    }));
    return { recorded: { requests: recorded }, found: { requests: found } };
  };

const finalisation: Maths = (step, file) => {
  const { maxShareRate, last, first } = finalisationOf(step, file);
  const waiting = queuedRequests(file).filter(({ id }) => id > first && id <= last);
  const need = finalizationNeed(batchingOf(file)(waiting, maxShareRate), maxShareRate);
  return {
    recorded: { ethLocked: step.ethLocked, sharesToBurn: step.sharesToBurn },
    found: { ethLocked: need.ethToLockDown, sharesToBurn: need.sharesToBurn },
  };
};

const finalisations = ({ steps }: LidoFile) =>
  steps.filter(({ action, reverted }) => action === "finalize" && reverted === undefined);

function finalisationOf(step: LidoStep, file: LidoFile) {
  const { upTo, maxShareRate } = argumentsOf(step, ["upTo", "maxShareRate"]);
  const all = finalisations(file);
  const previous = all[all.indexOf(step) - 1];
  return {
    maxShareRate: wholeNumber(maxShareRate, "args.maxShareRate"),
    last: wholeNumber(upTo, "args.upTo"),
    first:
      previous === undefined ? 0n : wholeNumber(argumentsOf(previous, ["upTo", "maxShareRate"]).upTo, "upTo"),
  };
}

/** What a request pays at the rate of the finalisation that it fell into. Views before that, and after the claim, show nothing. */
const claimable: Maths = (step, file) => {
  const id = wholeNumber(step.id, "id");
  const checkpoint = finalisations(file)
    .map((finalize) => finalisationOf(finalize, file))
    .find(({ last }) => id <= last);
  const request = queuedRequests(file).find((one) => one.id === id);
  const pays =
    checkpoint === undefined || request === undefined
      ? 0n
      : claimableEtherDown(request, checkpoint.maxShareRate);
  return { recorded: { claimable: step.claimable }, found: { claimable: pays } };
};

const MATHS: Readonly<Record<string, readonly [string, Maths]>> = {
  rebase: ["rate", rate],
  "wstETH.wrap": ["wrap", wrap],
  "wstETH.unwrap": ["unwrap", unwrap],
  requestWithdrawals: ["request", requests(stEthRequestDown)],
  requestWithdrawalsWstETH: ["request", requests(wstEthRequestDown)],
  finalize: ["finalisation", finalisation],
  view: ["claimable", claimable],
};

/** The steps of a file whose figures the adapters' maths can compute, one vector for each. A refusal has no figures. */
export function stepVectors(file: LidoFile): readonly Vector[] {
  return file.steps.flatMap((step, index) => {
    const action = kindOf(step.action);
    const maths = Object.hasOwn(MATHS, action) ? MATHS[action] : undefined;
    const pays = step.action !== "view" || (step.isFinalized === true && String(step.claimable) !== "0");
    if (maths === undefined || step.reverted !== undefined || !pays) return [];
    const [kind, compute] = maths;
    const pair = () => {
      const { recorded, found } = compute(step, file);
      return differences(recorded, found);
    };
    return [{ kind, name: `steps[${index}] ${step.action}`, compute: pair }];
  });
}
