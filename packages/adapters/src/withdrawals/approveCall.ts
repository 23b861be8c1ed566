import type { Address, InnerCall, RawAmount } from "@ballast/core";
import { encodeFunctionData, parseAbi } from "viem";

const ERC20 = parseAbi(["function approve(address spender, uint256 amount) returns (bool)"]);

export type Approval = { readonly token: Address; readonly spender: Address; readonly amount: RawAmount };

/** Allows a contract exactly what the next call spends. */
export const approveCall = ({ token, spender, amount }: Approval): InnerCall => ({
  to: token,
  value: 0n,
  data: encodeFunctionData({ abi: ERC20, args: [spender, amount] }),
});
