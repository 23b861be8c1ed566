import type {
  Abi,
  Address,
  ContractFunctionArgs,
  ContractFunctionName,
  ContractFunctionReturnType,
  PublicClient,
} from "viem";

type Names<A extends Abi> = ContractFunctionName<A, "view">;

/** Reads a contract at the newest block. */
export type View = <const A extends Abi, Name extends Names<A>>(request: {
  readonly address: Address;
  readonly abi: A;
  readonly functionName: Name;
  readonly args: ContractFunctionArgs<A, "view", Name>;
}) => Promise<ContractFunctionReturnType<A, "view", Name>>;

export function createView(reader: PublicClient): View {
  return (request) => reader.readContract(request as never) as never;
}
