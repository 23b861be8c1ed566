import { isHex } from "viem";
import { type AggregateResult, decodeAggregate3, encodeAggregate3 } from "../../../chain/aggregate3.ts";
import { pinnedTo } from "../../../chain/pinnedReader.ts";
import { type BatchEntry, decodeMultiSend } from "../firewall/decodeMultiSend.ts";
import { MalformedDataError } from "../firewall/malformedDataError.ts";
import { revertText } from "./revertText.ts";
import type { Execution } from "./simulationPlan.ts";
import type { RunRequest, SimulatedExecution } from "./simulationRun.ts";

/** All that Safe 1.3.0 and 1.4.1 say when a call inside fails. */
const CALL_INSIDE_FAILED = "GS013";

function entriesOf({ transaction }: Execution): readonly BatchEntry[] {
  try {
    return transaction.operation === 1n ? decodeMultiSend(transaction.data) : [];
  } catch (error) {
    if (error instanceof MalformedDataError) return [];
    throw error;
  }
}

/**
 * Runs the calls of a batch one after another in the name of the Safe: its code is replaced by Multicall3's for
 * this one question, which works wherever state can be overridden. Empty when the node does not answer.
 */
async function runInside(
  entries: readonly BatchEntry[],
  request: RunRequest,
): Promise<readonly AggregateResult[]> {
  const { source, block, account, multicall, plan } = request;
  const [code] = await source.request([{ method: "eth_getCode", params: [multicall, pinnedTo(block)] }]);
  if (!code?.ok) return [];
  const [from] = plan.approvedBy;
  const override = { [account]: { code: code.result } };
  const params = [{ from, to: account, data: encodeAggregate3(entries) }, pinnedTo(block), override];
  const [reply] = await source.request([{ method: "eth_call", params }]);
  if (!reply?.ok || !isHex(reply.result)) return [];
  return decodeAggregate3(reply.result, entries.length) ?? [];
}

/**
 * Why an execution failed, in words. A batch whose Safe says only that something inside failed is run again call by
 * call, so that the reader learns which call and why; where the node does not answer that, the Safe's own word stands.
 */
export async function explainFailure(
  failed: SimulatedExecution,
  { request, execution }: { readonly request: RunRequest; readonly execution: Execution },
): Promise<string> {
  const text = revertText(failed.returnData);
  if (!text.includes(CALL_INSIDE_FAILED)) return text;
  const results = await runInside(entriesOf(execution), request);
  const at = results.findIndex(({ success }) => !success);
  const culprit = results[at];
  if (culprit === undefined) return text;
  const { to } = entriesOf(execution)[at] ?? {};
  return `${text}: call ${at + 1} of the batch, to ${to}, ${revertText(culprit.returnData)}`;
}
