import type { AccountRef } from "../chain/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import { ContextError } from "./contextError.ts";

function accountText({ rail, chainId, address }: AccountRef): string {
  return `${rail}:${chainId}:${address}`;
}

/** @throws ContextError unless policy and open work are of the snapshot's account and the history ends at its block. */
export function checkContext({ snapshot, history, policy, openWork }: RuleContext): void {
  const account = accountText(snapshot.account);
  const pairs = [
    { field: "policy.account", expected: account, found: accountText(policy.account) },
    { field: "openWork.account", expected: account, found: accountText(openWork.account) },
    { field: "policy.baseAsset", expected: snapshot.baseAsset, found: policy.baseAsset },
    { field: "history.asOf.hash", expected: snapshot.block.hash, found: history.asOf.hash },
  ];
  for (const pair of pairs) {
    if (pair.expected !== pair.found) throw new ContextError(pair);
  }
}
