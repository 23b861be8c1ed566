import type { Claim, EigenLayerWithdrawal, InnerCall } from "@ballast/core";
import { ActionRefused } from "../../ActionRefused.ts";
import type { EncodeClaimsRequest } from "../../adapter.ts";
import { encodeComplete } from "./calls/encodeComplete.ts";
import { eigenStrategies } from "./strategies.ts";
import { ticketIdOf } from "./ticketIdOf.ts";

/** The claim's withdrawal, when it is the ticket's and its tokens are the strategies'. */
function withdrawalIn(
  { ticket, position, order }: Claim,
  { deployment }: EncodeClaimsRequest,
): EigenLayerWithdrawal {
  const refused = (field: string, facts: { readonly value: string; readonly limit: string }) =>
    new ActionRefused(position, { field, ...facts });
  if (order.kind !== "eigenlayer-withdrawal")
    throw refused("order.kind", { value: order.kind, limit: "eigenlayer-withdrawal" });
  const { withdrawal, tokens } = order;
  const root = ticketIdOf(withdrawal);
  if (root !== ticket)
    throw refused("order.withdrawal", { value: root, limit: `the withdrawal of ticket ${ticket}` });
  const known = eigenStrategies(deployment);
  const own = withdrawal.strategies.map(
    (address) => known.find((one) => one.address === address)?.token.address,
  );
  if (own.length !== tokens.length || own.some((token, index) => token !== tokens[index])) {
    const limit = `the tokens of its strategies: ${own.map((token) => token ?? "not listed").join(", ")}`;
    throw refused("order.tokens", { value: tokens.join(", "), limit });
  }
  return withdrawal;
}

/**
 * One call that completes all withdrawals as tokens, paid to the account. Whether they have waited long enough is not known here: the
 * ticket's reading says so, and `explainEarlyClaim` puts it in words.
 *
 * @throws ActionRefused for a claim that is not EigenLayer's or not of its ticket, other tokens, another's withdrawal, none
 */
export function encodeClaims(request: EncodeClaimsRequest): readonly InnerCall[] {
  const { account, deployment, claims } = request;
  const withdrawals = claims.map((claim) => withdrawalIn(claim, request));
  return encodeComplete({ account, deployment, withdrawals, receiveAs: "tokens" });
}
