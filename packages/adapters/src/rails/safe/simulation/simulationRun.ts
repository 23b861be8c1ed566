import type { Address, BlockRef, Hex } from "@ballast/core";
import type { AggregateResult } from "../../../chain/aggregate3.ts";
import type { SourceErrorObject } from "../../../chain/faults.ts";
import type { ChainSource } from "../../../chain/rpc.ts";
import type { SimulationPlan } from "./simulationPlan.ts";

export type SimulatedLog = { readonly address: Address; readonly topics: readonly Hex[]; readonly data: Hex };

/** One `execTransaction` of the simulation. `success` only when it returned true. */
export type SimulatedExecution = { readonly success: boolean; readonly returnData: Hex };

/** What the node said: readings before and after, and the execution between them. */
export type SimulationRun = {
  readonly method: "eth_simulateV1" | "eth_call";
  readonly predecessors: readonly SimulatedExecution[];
  readonly before: readonly AggregateResult[];
  readonly execution: SimulatedExecution;
  readonly gasUsed: bigint;
  readonly after: readonly AggregateResult[];
  /** Events of the execution, transfers of ETH among them; null when the method does not tell. */
  readonly logs: readonly SimulatedLog[] | null;
};

export type RunRequest = {
  readonly source: ChainSource;
  readonly block: BlockRef;
  readonly account: Address;
  readonly multicall: Address;
  readonly plan: SimulationPlan;
  readonly reads: readonly { readonly to: Address; readonly data: Hex }[];
};

/** A run, or the error with which the node refused the method. Faults of the connection are thrown. */
export type RunResult =
  | { readonly ok: true; readonly run: SimulationRun }
  | { readonly ok: false; readonly refused: SourceErrorObject };

/** The changed storage as `eth_call`, `eth_estimateGas` and `eth_simulateV1` all take it. */
export const stateOverride = ({ account, plan }: RunRequest) => ({
  [account]: { stateDiff: plan.stateDiff },
});

/** `execTransaction` returns one word, 1 for success. */
export const returnedTrue = (returnData: Hex): boolean => /^0x0{63}1$/.test(returnData);
