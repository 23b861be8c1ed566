import type { AccountRef } from "../chain/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import { ContextError } from "./contextError.ts";

function accountText({ rail, chainId, address }: AccountRef): string {
  return `${rail}:${chainId}:${address}`;
}

/** Each sibling is another account, once, read at the same block and compared in the same base asset. */
function checkSiblings({ snapshot, siblings }: RuleContext): void {
  const seen = new Set([accountText(snapshot.account)]);
  for (const [index, { account, block, baseAsset }] of siblings.entries()) {
    const field = `siblings[${index}]`;
    const found = accountText(account);
    if (seen.has(found))
      throw new ContextError({ field: `${field}.account`, expected: "another account", found });
    seen.add(found);
    if (block.hash !== snapshot.block.hash)
      throw new ContextError({
        field: `${field}.block.hash`,
        expected: snapshot.block.hash,
        found: block.hash,
      });
    if (baseAsset !== snapshot.baseAsset)
      throw new ContextError({ field: `${field}.baseAsset`, expected: snapshot.baseAsset, found: baseAsset });
  }
}

/**
 * @throws ContextError unless policy and open work are of the snapshot's account, the history ends at its block, and siblings are other accounts at that block.
 */
export function checkContext(context: RuleContext): void {
  const { snapshot, history, policy, openWork } = context;
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
  checkSiblings(context);
}
