import type { Address } from "@ballast/core";
import type { ContractFunctionArgs, ContractFunctionName, ContractFunctionReturnType } from "viem";
import { type Question, viewQuestion } from "../../chain/viewQuestion.ts";
import { EIGENLAYER } from "./abi.ts";

type Name = ContractFunctionName<typeof EIGENLAYER, "view">;
type Args<name extends Name> = ContractFunctionArgs<typeof EIGENLAYER, "view", name>;
type Returns<name extends Name> = ContractFunctionReturnType<typeof EIGENLAYER, "view", name>;

/** One question to one of EigenLayer's contracts. */
export const question = <name extends Name>(view: {
  to: Address;
  functionName: name;
  args: Args<name>;
  subject: string;
  gas?: bigint;
}): Question<Returns<name>> => viewQuestion<typeof EIGENLAYER, name>({ abi: EIGENLAYER, ...view });
