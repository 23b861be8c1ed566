import { exitPaysDown } from "../ticket/exitPaysDown.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { Bps, RawAmount } from "../units/brands.ts";
import { mulDivDown, mulDivUp } from "../units/mulDiv.ts";
import { min } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { BPS_ONE } from "../units/share.ts";

/**
 * How far inside a protocol's limits on one request an amount stays. Limits count in what is paid, amounts in a token whose rate moves while owners
 * sign: by at most 25 bps a report at ether.fi, about 1 bps a day at Lido. A request that crosses a limit reverts the whole batch.
 */
const REQUEST_MARGIN = 100n as Bps;

/** More requests than any block has gas for: what is beyond is asked for next. */
const MOST_REQUESTS = 500n;

/** Equal parts, larger by one unit where the division leaves a rest; the first of them where there are too many. */
function parts(amount: bigint, count: bigint): RawAmount[] {
  const [each, rest] = [amount / count, amount % count];
  return Array.from({ length: Number(min(count, MOST_REQUESTS)) }, (_, index) =>
    rawAmount(BigInt(index) < rest ? each + 1n : each),
  );
}

/**
 * One amount for each request that an exit takes: as few as its largest request allows, equal to the unit, adding up to the whole unless there are more than a block takes. Every one pays at least
 * the smallest and at most the largest request, with a margin. Empty when the whole is below the smallest, or no number of parts lies between both.
 */
export function requestAmounts(exit: ExitReading, amount: RawAmount): RawAmount[] {
  const least = mulDivUp(exit.smallest, { times: BPS_ONE + REQUEST_MARGIN, over: BPS_ONE });
  const paid = exitPaysDown(exit, amount);
  if (amount === 0n || paid < least) return [];
  if (exit.largest === null) return [amount];
  const most = mulDivDown(exit.largest, { times: BPS_ONE - REQUEST_MARGIN, over: BPS_ONE });
  if (most === 0n) return [];
  const split = parts(amount, mulDivUp(paid, { times: 1n, over: most }));
  return split.every((each) => isWithin(exit, each)) ? split : [];
}

/** The limits themselves: what rounding adds to a part is far less than the margin that set how many there are. */
function isWithin(exit: ExitReading, amount: RawAmount): boolean {
  const paid = exitPaysDown(exit, amount);
  return paid >= exit.smallest && (exit.largest === null || paid <= exit.largest);
}
