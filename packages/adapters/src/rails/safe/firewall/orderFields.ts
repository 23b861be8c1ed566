import type { ClaimOrder } from "@ballast/core";

/** What a claim tells its venue, field by field as text, so that two of them can be compared and the difference named. */
export function orderFields(order: ClaimOrder): Readonly<Record<string, string>> {
  if (order.kind === "etherfi-request") return { kind: order.kind, requestId: `${order.requestId}` };
  if (order.kind === "lido-request") {
    return { kind: order.kind, requestId: `${order.requestId}`, hint: `${order.hint}` };
  }
  const { staker, delegatedTo, withdrawer, nonce, startBlock, strategies, scaledShares } = order.withdrawal;
  return {
    kind: order.kind,
    staker,
    delegatedTo,
    withdrawer,
    nonce: `${nonce}`,
    startBlock: `${startBlock}`,
    strategies: strategies.join(),
    scaledShares: scaledShares.join(),
    tokens: order.tokens.join(),
  };
}
