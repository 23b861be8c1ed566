import { type Address, type ContractFunctionArgs, type ContractFunctionName, encodeFunctionData } from "viem";
import { ABI } from "./ledgerAbi.ts";
import type { Call } from "./openLedgerChain.ts";

export type CallName = ContractFunctionName<typeof ABI, "nonpayable" | "payable">;
export type CallOf<Fn extends CallName> = {
  readonly fn: Fn;
  readonly args?: ContractFunctionArgs<typeof ABI, "nonpayable" | "payable", Fn>;
  readonly value?: bigint;
};

/** A call of the account's own. */
export const call = <Fn extends CallName>(to: Address, { fn, args, value = 0n }: CallOf<Fn>): Call => ({
  to,
  value,
  data: encodeFunctionData({ abi: ABI, functionName: fn, args: args ?? [] } as never),
});
