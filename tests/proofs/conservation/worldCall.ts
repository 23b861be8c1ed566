import { devnetAccounts } from "@ballast/devnet";
import type { Address } from "viem";
import { type CallName, type CallOf, call } from "./call.ts";
import type { Call } from "./openLedgerChain.ts";

/** A call of the devnet's operator, who is every oracle and administrator and most of the other holders. */
export const worldCall = <Fn extends CallName>(to: Address, given: CallOf<Fn>): Call => ({
  ...call(to, given),
  from: devnetAccounts.operator.address,
});
