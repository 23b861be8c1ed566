import type { AssetId, PositionId, RawAmount, RequestOrder } from "@ballast/core";
import { ActionRefused } from "../ActionRefused.ts";
import type { EncodeWithdrawalRequest } from "../adapter.ts";

type Kind = Extract<RequestOrder, { readonly amounts: readonly RawAmount[] }>["kind"];

/** What a venue can be asked for: one position, by one kind of order. */
export type Askable = {
  readonly position: PositionId;
  readonly asset: AssetId;
  readonly kind: Kind;
  /** What the venue says to another kind. */
  readonly otherwise: string;
};

/** Contracts keep an amount in 128 bits (Lido) or 96 (ether.fi). */
const MOST = 2n ** 96n - 1n;

function problemOf({ request, account, deployment }: EncodeWithdrawalRequest, askable: Askable) {
  const { position, spend } = request;
  if (account.chainId !== deployment.chainId) {
    const limit = `the deployment ${deployment.name} is chain ${deployment.chainId}`;
    return { field: "account.chainId", value: `${account.chainId}`, limit };
  }
  if (BigInt(account.address) === 0n) {
    return { field: "account.address", value: account.address, limit: "a ticket needs an owner" };
  }
  if (position !== askable.position) {
    return { field: "position", value: position, limit: `this venue is asked for ${askable.position}` };
  }
  if (spend.asset !== askable.asset) {
    return { field: "spend.asset", value: spend.asset, limit: `${position} is held in ${askable.asset}` };
  }
  return null;
}

function amountsProblem(amounts: readonly RawAmount[], spend: RawAmount) {
  const bad = amounts.findIndex((amount) => amount < 1n || amount > MOST);
  if (bad >= 0) {
    return { field: `order.amounts[${bad}]`, value: `${amounts[bad]}`, limit: `from 1 to ${MOST}` };
  }
  const sum = amounts.reduce((total, amount) => total + amount, 0n);
  if (amounts.length > 0 && sum === spend) return null;
  return { field: "order.amounts", value: `${sum} in ${amounts.length}`, limit: `they add up to ${spend}` };
}

/**
 * The amounts of a request that the venue can be asked for, one ticket each, in the position's asset.
 *
 * @throws ActionRefused for another position, asset, chain or kind of order, and for amounts that are not what is spent
 */
export function requestAmounts(given: EncodeWithdrawalRequest, askable: Askable): readonly RawAmount[] {
  const { request } = given;
  const { order, spend, position } = request;
  const general = problemOf(given, askable);
  if (general !== null) throw new ActionRefused(position, general);
  if (order.kind !== askable.kind) {
    throw new ActionRefused(position, { field: "order.kind", value: order.kind, limit: askable.otherwise });
  }
  const problem = amountsProblem(order.amounts, spend.amount);
  if (problem !== null) throw new ActionRefused(position, problem);
  return order.amounts;
}
