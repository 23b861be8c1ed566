import {
  type AssetAmount,
  type BlockNumber,
  blockNumber,
  compareText,
  type EigenLayerWithdrawal,
  rawAmount,
  wad,
} from "@ballast/core";
import { askView } from "../../chain/askView.ts";
import type { PinnedReader } from "../../chain/pinnedReader.ts";
import type { Deployment } from "../../deployment/types.ts";
import { coreContracts } from "./coreContracts.ts";
import { sharesForScaledDown } from "./maths/sharesForScaledDown.ts";
import { question } from "./question.ts";
import { eigenStrategies } from "./strategies.ts";
import { ticketIdOf } from "./ticketIdOf.ts";

export type CompletionDueRequest = {
  /** At the block of the completion. */
  readonly reader: PinnedReader;
  readonly deployment: Deployment;
  readonly withdrawal: EigenLayerWithdrawal;
  /** First block in which it could be completed: the slashing factor of the block before is the last that counts. */
  readonly claimableFrom: BlockNumber;
};

/**
 * What completing a withdrawal as tokens had to pay in the block that the reader is pinned to: its shares at its last slashable block, at the share price of
 * that block, rounded down. The price is read after the completion, which leaves it as it was but for a wei. null when it cannot be told.
 */
export async function readCompletionDue(
  request: CompletionDueRequest,
): Promise<readonly AssetAmount[] | null> {
  const { reader, deployment, withdrawal, claimableFrom } = request;
  const core = coreContracts(deployment);
  if (core === null) return null;
  const { delegatedTo, strategies, scaledShares } = withdrawal;
  const subject = `ticket:${ticketIdOf(withdrawal)}`;
  const last = blockNumber(claimableFrom - 1n);
  const magnitudes = await askView(
    reader,
    question({
      to: core.allocationManager,
      subject,
      functionName: "getMaxMagnitudesAtBlock",
      args: [delegatedTo, strategies, Number(last)],
    }),
  );
  if (!magnitudes.ok) return null;
  const paid = await Promise.all(
    strategies.map(async (address, index) => {
      const token = eigenStrategies(deployment).find((each) => each.address === address)?.token;
      const shares = sharesForScaledDown(scaledShares[index] ?? 0n, wad(magnitudes.value[index] ?? 0n));
      const tokens = await askView(
        reader,
        question({ to: address, subject, functionName: "sharesToUnderlyingView", args: [shares] }),
      );
      return token === undefined || !tokens.ok ? null : { asset: token.id, amount: rawAmount(tokens.value) };
    }),
  );
  const known = paid.filter((each) => each !== null);
  return known.length === paid.length ? known.toSorted((a, b) => compareText(a.asset, b.asset)) : null;
}
