import { type DevnetTransaction, devnetAccounts } from "@ballast/devnet";
import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  encodeFunctionData,
} from "viem";

/** Above what the longest of our steps needs. */
const GAS = 30_000_000n;

type Call<A extends Abi, Name extends ContractFunctionName<A>> = {
  readonly to: Address;
  readonly abi: A;
  readonly fn: Name;
  readonly args: ContractFunctionArgs<A, "nonpayable", Name>;
  /** the devnet's operator unless told */
  readonly from?: Address;
};

/** A transaction that calls a contract. */
export function call<const A extends Abi, Name extends ContractFunctionName<A, "nonpayable">>({
  to,
  abi,
  fn,
  args,
  from = devnetAccounts.operator.address,
}: Call<A, Name>): DevnetTransaction {
  const data = encodeFunctionData({ abi, functionName: fn, args } as never);
  return { what: fn, from, to, data, gas: GAS };
}
