import type { Address, EigenLayerWithdrawal, Wad } from "@ballast/core";
import { wad } from "@ballast/core";
import { askView } from "../../../chain/askView.ts";
import { mapAnswer } from "../../../chain/mapAnswer.ts";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import type { Answer } from "../../../chain/viewQuestion.ts";
import { question } from "../question.ts";
import { ticketIdOf } from "../ticketIdOf.ts";

/**
 * The operator's magnitudes at the end of the block in which a withdrawal was queued, in the order of its strategies: what the
 * request was for. A slash in that very block counts as before the request, whichever came first.
 */
export async function readMagnitudesThen(
  reader: PinnedReader,
  { allocationManager: to, withdrawal }: { allocationManager: Address; withdrawal: EigenLayerWithdrawal },
): Promise<Answer<readonly Wad[]>> {
  const { delegatedTo, strategies, startBlock } = withdrawal;
  const subject = `ticket:${ticketIdOf(withdrawal)}`;
  const args = [delegatedTo, strategies, Number(startBlock)] as const;
  const answer = await askView(
    reader,
    question({ to, subject, functionName: "getMaxMagnitudesAtBlock", args, gas: 100_000n }),
  );
  return mapAnswer(answer, (list) => list.map(wad));
}
