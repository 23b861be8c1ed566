import { type Abi, type Address, type ContractFunctionArgs, encodeFunctionData, type Hex } from "viem";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";

/** A call that one of the devnet's accounts makes; the operator unless told. */
export function venueCall(call: {
  readonly what: string;
  readonly to: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args?: ContractFunctionArgs;
  readonly from?: Address;
  readonly value?: bigint;
}): DevnetTransaction {
  const { what, to, abi, functionName, args = [], from = devnetAccounts.operator.address, value } = call;
  const data: Hex = encodeFunctionData({ abi, functionName, args });
  return { what, from, to, data, ...(value === undefined ? {} : { value }) };
}
