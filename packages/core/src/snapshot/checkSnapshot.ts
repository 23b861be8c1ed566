import { rateOf } from "../portfolio/rateOf.ts";
import { venueOf } from "../units/ids.ts";
import { absDiff } from "../units/order.ts";
import { valueDown } from "../units/value.ts";
import { checkExposure } from "./checkExposure.ts";
import { checkWithdrawals } from "./checkWithdrawals.ts";
import { InvariantError } from "./invariantError.ts";
import type { HeadReading, PositionReading, RateReading, RouteCurve, SafeState, Snapshot } from "./types.ts";

/**
 * What can only be a defect of an adapter, never of the chain: another chain or block, a position both read and missing, a
 * negative amount, a value that is not the amount at its rate, a curve that pays less for more, a Safe that cannot be, and what checkWithdrawals names.
 * @throws InvariantError
 */
export function checkSnapshot(snapshot: Snapshot): void {
  checkChain(snapshot);
  if (snapshot.safe !== null) checkSafe(snapshot.safe);
  for (const head of snapshot.heads) checkHead(head, snapshot);
  for (const rate of snapshot.rates) checkRate(rate);
  for (const position of snapshot.positions) checkPosition(position, snapshot);
  for (const curve of snapshot.curves) checkCurve(curve);
  checkWithdrawals(snapshot);
  for (const fact of snapshot.exposures ?? []) checkExposure(fact);
}

function checkChain({ account, block }: Snapshot): void {
  if (account.chainId === block.chainId) return;
  const limit = `the block's chain is ${block.chainId}`;
  throw new InvariantError({ subject: "account", value: `chain ${account.chainId}`, limit });
}

function checkSafe({ owners, modules, threshold, nonce }: SafeState): void {
  const refuse = (value: string, limit: string) => new InvariantError({ subject: "safe", value, limit });
  const isRepeated = (list: readonly string[]) => new Set(list).size !== list.length;
  if (isRepeated(owners)) throw refuse(`owners ${owners.join(", ")}`, "each owner counts once");
  if (isRepeated(modules)) throw refuse(`modules ${modules.join(", ")}`, "each module counts once");
  if (threshold < 1n || threshold > BigInt(owners.length)) {
    throw refuse(`threshold ${threshold} of ${owners.length}`, "it is from 1 to the number of owners");
  }
  if (nonce < 0n) throw refuse(`nonce ${nonce}`, "it is never negative");
}

function checkHead({ source, state, number, hash }: HeadReading, { block }: Snapshot): void {
  const isSame = number === block.number && hash === block.hash;
  // A source that agreed on the block and then fell silent keeps the hash that it gave.
  if (state === "agrees" ? isSame : state !== "disagrees" || !isSame) return;
  throw new InvariantError({
    subject: `head:${source}`,
    value: `${state} with block ${number} ${hash}`,
    limit: `the pinned block is ${block.number} ${block.hash}`,
  });
}

function checkRate({ asset, rate }: RateReading): void {
  if (rate > 0n) return;
  const limit = "a rate is above 0; one that could not be read is missing";
  throw new InvariantError({ subject: `rate:${asset}`, value: `rate ${rate}`, limit });
}

function checkPosition(reading: PositionReading, snapshot: Snapshot): void {
  const { position, venue, asset, amount, value } = reading;
  const refuse = (found: string, limit: string) =>
    new InvariantError({ subject: `position:${position}`, value: found, limit });
  if (venue !== venueOf(position)) throw refuse(`venue ${venue}`, "its id names another venue");
  if (amount < 0n || value < 0n) throw refuse(`amount ${amount}, value ${value}`, "neither may be negative");
  if (snapshot.missing.some(({ subject }) => subject === `position:${position}`)) {
    throw refuse("both read and missing", "it is one of the two");
  }
  const rate = rateOf(snapshot, asset);
  if (rate === null) {
    const isExplained = amount === 0n || snapshot.missing.some(({ subject }) => subject === `rate:${asset}`);
    if (isExplained) return;
    throw refuse(`no rate of ${asset}`, "a rate, or rate in what is missing");
  }
  const expected = valueDown(amount, rate);
  if (absDiff<bigint>(expected, value) <= 1n) return;
  throw refuse(`value ${value}`, `${amount} at rate ${rate} is ${expected}`);
}

function checkCurve({ route, assetIn, assetOut, pool, points }: RouteCurve): void {
  points.forEach((point, index) => {
    const previous = points[index - 1] ?? { amountIn: 0n, amountOut: 0n };
    if (point.amountIn > previous.amountIn && point.amountOut >= previous.amountOut) return;
    const value = `point ${index + 1} gives ${point.amountOut} for ${point.amountIn}`;
    const limit = "amountIn must ascend and amountOut must not descend";
    throw new InvariantError({ subject: `route:${route}:${assetIn}>${assetOut}:${pool}`, value, limit });
  });
}
