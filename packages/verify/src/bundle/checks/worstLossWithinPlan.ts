import { decodeCalls } from "../../calls/decodeCalls.ts";
import { demand } from "../demand.ts";
import { formatBase } from "../formatBase.ts";
import { inputDocument } from "../inputDocument.ts";
import { snapshotSchema } from "../schema/inputs.ts";
import type { Bundle } from "../schema/signedBundle.ts";
import type { CheckDefinition } from "../types.ts";
import { worstLoss } from "../worstLoss.ts";

/** The worst loss from the calldata and the snapshot's rates. @throws VerifyError */
export function worstLossOf(bundle: Bundle): bigint {
  const { rates } = inputDocument(bundle, { kind: "snapshot", schema: snapshotSchema });
  return worstLoss({
    calls: decodeCalls(bundle.transaction.data),
    assetOf: new Map(bundle.contracts.assets.map(({ id, address }) => [address, id])),
    rateOf: new Map(rates.map(({ asset, rate }) => [asset, rate])),
  });
}

/** The signers are told no smaller loss than the bytes allow. */
export const worstLossWithinPlan: CheckDefinition = {
  id: "worst-loss",
  title: "The worst loss is not above the plan's",
  run({ file: { bundle }, plan }) {
    const loss = worstLossOf(bundle);
    const told = plan.figures.worstLoss;
    demand(
      loss <= told,
      `if every swap pays its minimum, ${formatBase(loss)} are lost; the plan's figures.worstLoss says ${formatBase(told)}`,
    );
    return `${formatBase(loss)} if every swap pays only its minimum; the plan says ${formatBase(told)}.`;
  },
};
