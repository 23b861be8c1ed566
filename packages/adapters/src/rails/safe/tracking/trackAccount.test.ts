import type { BlockNumber, BlockRef, SafeState } from "@ballast/core";
import { decodeFunctionData, encodeFunctionResult, numberToHex, parseAbi, toEventSelector } from "viem";
import { describe, expect, it } from "vitest";
import { SourceErrorObject } from "../../../chain/faults.ts";
import type { RpcCall, RpcReply } from "../../../chain/rpc.ts";
import { BlockGoneError, TrackingIncompleteError } from "../errors.ts";
import { safeAnswers } from "../testing/safeAnswers.ts";
import { ACCOUNT, inspectionOf, SAFE_STATE, SAMPLE_PLAN } from "../testing/sampleBatch.ts";
import { SAMPLE_DEPLOYMENT } from "../testing/sampleDeployment.ts";
import { refuses, replies, stubSource } from "../testing/stubSource.ts";
import { trackAccount } from "./trackAccount.ts";

const { block: HEAD } = inspectionOf(SAMPLE_PLAN).snapshot;
const MULTICALL3 = parseAbi([
  "struct Call3 { address target; bool allowFailure; bytes callData; }",
  "struct Result { bool success; bytes returnData; }",
  "function aggregate3(Call3[] calls) payable returns (Result[] returnData)",
]);
const hashOf = (fill: string) => `0x${fill.repeat(32)}` as const;

const logOf = (event: string, fact: { block: bigint; hash: string }) => ({
  address: ACCOUNT.address,
  topics: [toEventSelector(event), hashOf(fact.hash)],
  data: numberToHex(0n, { size: 32 }),
  blockNumber: numberToHex(fact.block),
  blockHash: fact.block === HEAD.number ? HEAD.hash : hashOf("bb"),
  transactionHash: hashOf("a0"),
  logIndex: "0x0",
});

type World = { readonly logs?: RpcReply; readonly safe?: SafeState | null; readonly header?: RpcReply };

/** A node with these logs and this Safe, whose headers are answered as told. */
function node({ logs = replies([]), safe = SAFE_STATE, header = replies(null) }: World) {
  return stubSource(({ method, params }: RpcCall) => {
    if (method === "eth_getLogs") return logs;
    if (method.startsWith("eth_getBlock")) return header;
    const [call] = params as [{ data: `0x${string}` }];
    const [calls] = decodeFunctionData({ abi: MULTICALL3, data: call.data }).args;
    const answers = safe === null ? calls.map(() => "0x" as const) : safeAnswers(safe);
    const result = answers.map((returnData) => ({ success: true, returnData }));
    return replies(encodeFunctionResult({ abi: MULTICALL3, result }));
  });
}

const track = (world: World, toBlock: BlockRef = HEAD) =>
  trackAccount({
    source: node(world).source,
    account: ACCOUNT,
    deployment: SAMPLE_DEPLOYMENT,
    fromBlock: 90n as BlockNumber,
    toBlock,
  });

describe("trackAccount", () => {
  it("returns nothing from a block that is gone afterwards", async () => {
    const logs = replies([logOf("ExecutionSuccess(bytes32,uint256)", { block: 95n, hash: "c0" })]);
    await expect(track({ logs })).rejects.toThrow(BlockGoneError);
  });

  it("returns nothing when the source does not say whether the block is canonical", async () => {
    await expect(track({ header: refuses(-32000) })).rejects.toThrow(TrackingIncompleteError);
  });

  it("returns nothing when the logs were not given", async () => {
    await expect(track({ logs: refuses(-32005) })).rejects.toThrow(SourceErrorObject);
  });

  it("returns nothing when the Safe did not answer", async () => {
    await expect(track({ safe: null })).rejects.toThrow(TrackingIncompleteError);
  });

  it("asks for the Safe at the block's hash and confirms that block last", async () => {
    const { source, asked } = node({});
    const request = {
      source,
      account: ACCOUNT,
      deployment: SAMPLE_DEPLOYMENT,
      fromBlock: 90n as BlockNumber,
      toBlock: HEAD,
    };
    await expect(trackAccount(request)).rejects.toThrow(BlockGoneError);
    const call = asked.find(({ method }) => method === "eth_call");
    expect(call?.params[1]).toEqual({ blockHash: HEAD.hash, requireCanonical: true });
    expect(asked.slice(-2).map(({ method }) => method)).toEqual([
      "eth_getBlockByHash",
      "eth_getBlockByNumber",
    ]);
  });
});
