import type { Address, Hex } from "@ballast/core";
import { numberToHex } from "viem";
import { z } from "zod";
import { type AggregateResult, decodeAggregate3, encodeAggregate3 } from "../../../chain/aggregate3.ts";
import { SourceErrorObject } from "../../../chain/faults.ts";
import { pinnedTo } from "../../../chain/pinnedReader.ts";
import { SimulationIncompleteError } from "../errors.ts";
import { type RunRequest, type RunResult, returnedTrue, stateOverride } from "./simulationRun.ts";

const hex = z
  .templateLiteral(["0x", z.string().regex(/^[0-9a-fA-F]*$/)])
  .transform((text) => text.toLowerCase() as Hex);
const log = z.object({ address: hex, topics: z.array(hex), data: hex });
const call = z.object({
  status: hex,
  gasUsed: hex,
  returnData: hex,
  logs: z.array(log).optional(),
  error: z.object({ data: hex.optional() }).optional(),
});
/** execution-apis, src/eth/execute.yaml: one entry per block, each with one result per call. */
const reply = z.tuple([z.object({ calls: z.array(call) })]);
type CallResult = z.infer<typeof call>;

/** Geth puts a revert's bytes into the error, others into the return data. */
const executionOf = ({ status, returnData, error }: CallResult) => ({
  success: BigInt(status) === 1n && returnedTrue(returnData),
  returnData: error?.data ?? returnData,
});

function payload(request: RunRequest) {
  const { plan, account, multicall, reads, block } = request;
  const [from] = plan.approvedBy;
  const look = { from, to: multicall, data: encodeAggregate3(reads) };
  const execute = (data: Hex) => ({ from, to: account, data });
  const calls = [
    ...plan.predecessors.map(({ data }) => execute(data)),
    look,
    execute(plan.execution.data),
    look,
  ];
  // The earliest block that can follow; left to the node, its clock would come into the result.
  const blockOverrides = { number: numberToHex(block.number + 1n), time: numberToHex(block.timestamp + 1n) };
  const blockStateCalls = [{ blockOverrides, stateOverrides: stateOverride(request), calls }];
  return { blockStateCalls, traceTransfers: true, validation: false };
}

function viewIn(result: CallResult | undefined, { source, reads }: RunRequest): readonly AggregateResult[] {
  const results = result && decodeAggregate3(result.returnData, reads.length);
  if (!results) throw new SimulationIncompleteError(source.id, "the readings before and after");
  return results;
}

/**
 * Runs the plan with `eth_simulateV1` on top of the pinned block: predecessors, readings, execution, readings.
 * @throws SourceFault when the source is down; SimulationIncompleteError when the reply is not one
 */
export async function runSimulateV1(request: RunRequest): Promise<RunResult> {
  const { source, block, plan } = request;
  const params = [payload(request), pinnedTo(block)];
  const [answer] = await source.request([{ method: "eth_simulateV1", params }]);
  if (answer === undefined) throw new SimulationIncompleteError(source.id, "a reply");
  if (!answer.ok) {
    if (answer.fault instanceof SourceErrorObject) return { ok: false, refused: answer.fault };
    throw answer.fault;
  }
  const parsed = reply.safeParse(answer.result);
  if (!parsed.success)
    throw new SimulationIncompleteError(source.id, "a reply of the form of eth_simulateV1");
  const [{ calls }] = parsed.data;
  const [before, execution, after] = calls.slice(plan.predecessors.length);
  if (execution === undefined) throw new SimulationIncompleteError(source.id, "a result of the execution");
  return {
    ok: true,
    run: {
      method: "eth_simulateV1",
      predecessors: calls.slice(0, plan.predecessors.length).map(executionOf),
      before: viewIn(before, request),
      execution: executionOf(execution),
      gasUsed: BigInt(execution.gasUsed),
      after: viewIn(after, request),
      logs: (execution.logs ?? []).map(({ address, topics, data }) => ({
        address: address as Address,
        topics,
        data,
      })),
    },
  };
}
