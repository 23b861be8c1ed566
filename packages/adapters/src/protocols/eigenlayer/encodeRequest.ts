import type { InnerCall } from "@ballast/core";
import { ActionRefused } from "../../ActionRefused.ts";
import type { EncodeWithdrawalRequest } from "../../adapter.ts";
import { encodeQueue } from "./calls/encodeQueue.ts";
import { encodeUndelegate } from "./calls/encodeUndelegate.ts";
import { operatorOf } from "./operatorOf.ts";
import { positionOf } from "./positionOf.ts";
import { type EigenStrategy, eigenStrategies } from "./strategies.ts";

type Refusal = { readonly field: string; readonly value: string; readonly limit: string };

/** The strategy that the position is in, whoever it is delegated to. */
function strategyOf({ request, deployment }: EncodeWithdrawalRequest): EigenStrategy | Refusal {
  const known = eigenStrategies(deployment);
  const operator = operatorOf(request.position);
  const found = known.find((strategy) => positionOf(strategy, operator) === request.position);
  if (found !== undefined) return found;
  const forms = known.map((strategy) => positionOf(strategy, null)).join(", ");
  return {
    field: "position",
    value: request.position,
    limit: `one of ${forms || "nothing"}, with or without @operator`,
  };
}

function assetRefusal({ request }: EncodeWithdrawalRequest, { asset, token }: EigenStrategy): Refusal | null {
  const { spend, expected } = request;
  if (spend.asset !== asset)
    return { field: "spend.asset", value: spend.asset, limit: `the position is counted in ${asset}` };
  if (expected.asset !== token.id)
    return { field: "expected.asset", value: expected.asset, limit: `the queue pays ${token.id}` };
  return null;
}

function undelegateRefusal({ request }: EncodeWithdrawalRequest, named: string): Refusal | null {
  const operator = operatorOf(request.position);
  if (operator === null)
    return {
      field: "order.operator",
      value: named,
      limit: "the position is delegated to nobody (NotActivelyDelegated)",
    };
  if (operator === named.toLowerCase()) return null;
  return { field: "order.operator", value: named, limit: `the position's operator ${operator}` };
}

/**
 * Asks the queue: `eigenlayer-queue` for deposit shares of one strategy, `eigenlayer-undelegate` for everything. Neither spends a token,
 * so there is no approval; the tickets belong to the account.
 *
 * @throws ActionRefused for an order that is not EigenLayer's, another position, strategy, asset or operator
 */
export function encodeRequest(given: EncodeWithdrawalRequest): readonly InnerCall[] {
  const { request, account, deployment } = given;
  const { order, position } = request;
  const refused = (facts: Refusal) => new ActionRefused(position, facts);
  const strategy = strategyOf(given);
  if ("field" in strategy) throw refused(strategy);
  const mismatch = assetRefusal(given, strategy);
  if (mismatch !== null) throw refused(mismatch);
  if (order.kind === "eigenlayer-queue") {
    if (order.strategy.toLowerCase() !== strategy.address)
      throw refused({
        field: "order.strategy",
        value: order.strategy,
        limit: `the position's strategy ${strategy.address}`,
      });
    return encodeQueue({ account, deployment, withdrawals: [order] });
  }
  if (order.kind === "eigenlayer-undelegate") {
    const wrong = undelegateRefusal(given, order.operator);
    if (wrong !== null) throw refused(wrong);
    return encodeUndelegate({ account, deployment });
  }
  throw refused({
    field: "order.kind",
    value: order.kind,
    limit: "eigenlayer-queue or eigenlayer-undelegate",
  });
}
