import type { Hex } from "@ballast/core";
import { isHex } from "viem";
import { type AggregateResult, decodeAggregate3, encodeAggregate3 } from "../../../chain/aggregate3.ts";
import { SourceErrorObject } from "../../../chain/faults.ts";
import { pinnedTo } from "../../../chain/pinnedReader.ts";
import type { RpcReply } from "../../../chain/rpc.ts";
import { SimulationIncompleteError } from "../errors.ts";
import { type RunRequest, type RunResult, returnedTrue, stateOverride } from "./simulationRun.ts";

const executionOf = ({ success, returnData }: AggregateResult) => ({
  success: success && returnedTrue(returnData),
  returnData,
});

/** Upper bound: what a node would reserve for the execution. Nothing when the execution fails anyway. */
function gasIn(
  reply: RpcReply | undefined,
  { success, source }: { success: boolean; source: string },
): bigint {
  if (!success) return 0n;
  if (reply?.ok && isHex(reply.result)) return BigInt(reply.result);
  throw new SimulationIncompleteError(
    source,
    "an estimate of its gas (eth_estimateGas with state overrides)",
  );
}

/**
 * Runs the plan in one `eth_call` at the pinned block, for nodes without `eth_simulateV1`: one aggregate holds the
 * predecessors, the readings, the execution and the readings again. It cannot tell transfers; gas is an estimate.
 * @throws SourceFault when the source is down; SimulationIncompleteError when an answer is not one
 */
export async function runEthCall(request: RunRequest): Promise<RunResult> {
  const { source, block, account, multicall, plan, reads } = request;
  const [from] = plan.approvedBy;
  const execute = (data: Hex) => ({ to: account, data });
  const ahead = plan.predecessors.map(({ data }) => execute(data));
  const calls = [...ahead, ...reads, execute(plan.execution.data), ...reads];
  const rest = [pinnedTo(block), stateOverride(request)];
  const [answer, estimate] = await source.request([
    { method: "eth_call", params: [{ from, to: multicall, data: encodeAggregate3(calls) }, ...rest] },
    { method: "eth_estimateGas", params: [{ from, to: account, data: plan.execution.data }, ...rest] },
  ]);
  if (answer === undefined) throw new SimulationIncompleteError(source.id, "a reply");
  if (!answer.ok) {
    if (answer.fault instanceof SourceErrorObject) return { ok: false, refused: answer.fault };
    throw answer.fault;
  }
  const results = isHex(answer.result) ? decodeAggregate3(answer.result, calls.length) : null;
  const executed = results?.[ahead.length + reads.length];
  if (!results || !executed) throw new SimulationIncompleteError(source.id, "an answer of Multicall3");
  const execution = executionOf(executed);
  return {
    ok: true,
    run: {
      method: "eth_call",
      predecessors: results.slice(0, ahead.length).map(executionOf),
      before: results.slice(ahead.length, ahead.length + reads.length),
      execution,
      gasUsed: gasIn(estimate, { success: execution.success, source: source.id }),
      after: results.slice(ahead.length + reads.length + 1),
      logs: null,
    },
  };
}
