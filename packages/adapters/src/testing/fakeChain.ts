import type { Hex } from "@ballast/core";
import { decodeFunctionData, encodeFunctionResult, hexToBigInt, numberToHex, parseAbi } from "viem";
import type { RpcCall } from "../chain/rpc.ts";
import type { RawHeader } from "./fakeHeaders.ts";
import { type Answer, FakeRpcError } from "./fakeNode.ts";

const MULTICALL3 = parseAbi([
  "struct Call3 { address target; bool allowFailure; bytes callData; }",
  "struct Result { bool success; bytes returnData; }",
  "function aggregate3(Call3[] calls) payable returns (Result[] returnData)",
]);

/** What a contract answers to calldata; `revert` with these bytes. */
export type ViewAnswer = Hex | { readonly revert: Hex };
export type View = (call: { readonly to: Hex; readonly data: Hex }) => ViewAnswer;

export type FakeChainOptions = {
  /** Ascending from block 0; the last is the newest. */
  readonly headers: readonly RawHeader[];
  readonly multicall: Hex;
  readonly view: View;
  readonly chainId?: bigint;
  /** What stands in a contract's storage slot; every slot is empty when absent. */
  readonly storage?: (at: { readonly contract: Hex; readonly slot: Hex }) => Hex;
};

const EMPTY_SLOT: Hex = `0x${"00".repeat(32)}`;

const AGGREGATE3 = "0x82ad56cb";

function aggregate(view: View, data: Hex): Hex {
  const { args } = decodeFunctionData({ abi: MULTICALL3, data });
  const result = args[0].map(({ target, callData }) => {
    const answer = view({ to: target.toLowerCase() as Hex, data: callData });
    return typeof answer === "string"
      ? { success: true, returnData: answer }
      : { success: false, returnData: answer.revert };
  });
  return encodeFunctionResult({ abi: MULTICALL3, result });
}

function ethCall(params: readonly unknown[], { headers, view, multicall }: FakeChainOptions): Hex {
  const [{ to, data }, at] = params as [{ to: Hex; data: Hex }, { blockHash: Hex }];
  if (!headers.some(({ hash }) => hash === at.blockHash)) throw new FakeRpcError(-32001, "header not found");
  if (to === multicall && data.startsWith(AGGREGATE3)) return aggregate(view, data);
  const answer = view({ to, data });
  if (typeof answer === "string") return answer;
  throw new FakeRpcError(3, "execution reverted");
}

function headerAt(params: readonly unknown[], { headers }: FakeChainOptions): RawHeader | null {
  const [at] = params as [string];
  if (at === "latest") return headers.at(-1) ?? null;
  const wanted = hexToBigInt(at as Hex);
  return headers.find(({ number }) => number !== undefined && hexToBigInt(number) === wanted) ?? null;
}

/** A node of a chain with these blocks and contracts. */
export const fakeChain =
  (options: FakeChainOptions): Answer =>
  ({ method, params }: RpcCall) => {
    if (method === "eth_chainId") return numberToHex(options.chainId ?? 31337n);
    if (method === "eth_call") return ethCall(params, options);
    if (method === "eth_getBlockByNumber") return headerAt(params, options);
    if (method === "eth_getBlockByHash")
      return options.headers.find(({ hash }) => hash === params[0]) ?? null;
    if (method === "eth_getStorageAt") {
      const [contract, slot] = params as [Hex, Hex];
      return options.storage?.({ contract, slot }) ?? EMPTY_SLOT;
    }
    if (method === "eth_maxPriorityFeePerGas") return "0x3b9aca00";
    throw new FakeRpcError(-32601, `the method ${method} does not exist`);
  };
