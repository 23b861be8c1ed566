import type { Address, Hex, SafeState } from "@ballast/core";
import { decodeFunctionData, encodeFunctionResult, numberToHex, parseAbi } from "viem";
import type { RpcCall, RpcReply } from "../../../chain/rpc.ts";
import { safeAnswers } from "./safeAnswers.ts";
import { refuses, replies, stubSource } from "./stubSource.ts";

const MULTICALL3 = parseAbi([
  "struct Call3 { address target; bool allowFailure; bytes callData; }",
  "struct Result { bool success; bytes returnData; }",
  "function aggregate3(Call3[] calls) payable returns (Result[] returnData)",
]);
const EXEC_TRANSACTION = "0x6a761202";
const APPROVED_HASHES = "0x7d832974";
const BALANCE_OF = "0x70a08231";
const GET_ETH_BALANCE = "0x4d2301cc";
const ALLOWANCE = "0xdd62ed3e";

/** What the pretended chain is like. Everything that is left out is as a good node and an obedient batch have it. */
export type World = {
  readonly before: SafeState;
  readonly after?: SafeState;
  /** Of Safe 1.5.0, after the execution. */
  readonly moduleGuardAfter?: Address;
  readonly execution?: { readonly success: boolean; readonly data: Hex };
  readonly predecessor?: { readonly success: boolean; readonly data: Hex };
  readonly overrides?: boolean;
  readonly refuse?: readonly string[];
  readonly logs?: readonly { readonly address: Hex; readonly topics: readonly Hex[]; readonly data: Hex }[];
  /** Answers to the calls inside, when they are run one by one to find the culprit. */
  readonly inside?: readonly boolean[];
  /** A read that the node answers with too little. */
  readonly shortRead?: boolean;
};

const NOBODY: Address = "0x0000000000000000000000000000000000000000";
const TRUE: Hex = numberToHex(1n, { size: 32 });
const word = (value: bigint): Hex => numberToHex(value, { size: 32 });
type Call3 = { readonly target: Hex; readonly callData: Hex };
type Call = { readonly to: Hex; readonly data: Hex };

const callsIn = (data: Hex): readonly Call3[] => decodeFunctionData({ abi: MULTICALL3, data }).args[0];
const isExecution = (data: Hex): boolean => data.startsWith(EXEC_TRANSACTION);

/** Answers to the readings at one point: balances of 100 before and 90 after, allowances of 0, the Safe's state last. */
function readings(calls: readonly Call3[], { world, isAfter }: { world: World; isAfter: boolean }) {
  const moduleGuard = (isAfter ? world.moduleGuardAfter : undefined) ?? NOBODY;
  const state = safeAnswers(isAfter ? (world.after ?? world.before) : world.before, { moduleGuard });
  const balance = world.shortRead ? "0x01" : word(isAfter ? 90n : 100n);
  const bySelector: Readonly<Record<string, Hex>> = {
    [APPROVED_HASHES]: word(world.overrides === false ? 0n : 1n),
    [BALANCE_OF]: balance,
    [GET_ETH_BALANCE]: balance,
    [ALLOWANCE]: word(0n),
  };
  const firstOfState = calls.length - state.length;
  return calls.map(({ callData }, place) => ({
    success: true,
    returnData: bySelector[callData.slice(0, 10)] ?? state[place - firstOfState] ?? "0x",
  }));
}

const executionOf = ({ execution }: World) => ({
  success: execution?.success ?? true,
  returnData: execution?.data ?? TRUE,
});

function aggregate(calls: readonly Call3[], world: World): Hex {
  const at = calls.findIndex(({ callData }) => isExecution(callData));
  const result = [
    ...readings(calls.slice(0, at), { world, isAfter: false }),
    executionOf(world),
    ...readings(calls.slice(at + 1), { world, isAfter: true }),
  ];
  return encodeFunctionResult({ abi: MULTICALL3, result });
}

function simulatedExecution(
  { success, returnData }: { success: boolean; returnData: Hex },
  { logs = [] }: World,
) {
  const result = { gasUsed: "0x2710", logs };
  return success
    ? { ...result, status: "0x1", returnData }
    : {
        ...result,
        status: "0x0",
        returnData: "0x",
        error: { code: 3, message: "reverted", data: returnData },
      };
}

/** The last execution is the transaction's own; those before it are its predecessors. */
function simulated(calls: readonly Call[], world: World) {
  const own = calls.findLastIndex(({ data }) => isExecution(data));
  return calls.map(({ data }, place) => {
    if (place === own) return simulatedExecution(executionOf(world), world);
    const { success = true, data: returnData = TRUE } = world.predecessor ?? {};
    if (isExecution(data)) return simulatedExecution({ success, returnData }, world);
    const result = readings(callsIn(data), { world, isAfter: place > own });
    return {
      status: "0x1",
      gasUsed: "0x2710",
      returnData: encodeFunctionResult({ abi: MULTICALL3, result }),
    };
  });
}

function insideOf({ inside = [] }: World, calls: readonly Call3[]): Hex {
  const result = calls.map((_, place) => ({ success: inside[place] ?? true, returnData: "0x" as const }));
  return encodeFunctionResult({ abi: MULTICALL3, result });
}

function answer({ method, params }: RpcCall, world: World): RpcReply {
  if (world.refuse?.includes(method)) return refuses(-32601, `no ${method}`);
  const [first, , override] = params as [
    { blockStateCalls: [{ calls: Call[] }] } & Call,
    unknown,
    Record<string, { code?: Hex }>,
  ];
  if (method === "eth_simulateV1")
    return replies([{ calls: simulated(first.blockStateCalls[0].calls, world) }]);
  if (method === "eth_estimateGas") return replies("0x4e20");
  if (method === "eth_getCode") return replies("0x6000");
  if (method !== "eth_call") return refuses(-32601);
  const calls = callsIn(first.data);
  const isInside = Object.values(override ?? {}).some(({ code }) => code !== undefined);
  return replies(isInside ? insideOf(world, calls) : aggregate(calls, world));
}

/** A node that runs nothing but answers as if it had run `execTransaction` on overridden approvals. */
export const simulatedNode = (world: World) => stubSource((call) => answer(call, world));
