import { BLOCK_TIME } from "../chain/blockTime.ts";
import type { Source } from "../chain/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { PositionReading } from "../snapshot/types.ts";
import { exitPaysDown } from "../ticket/exitPaysDown.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { TicketReading } from "../ticket/ticketReading.ts";
import type { AssetId, BaseUnits, Bps, RawAmount, Seconds } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { min, subtractToZero, sumValues } from "../units/order.ts";
import { baseUnits, rawAmount } from "../units/quantities.ts";
import { BPS_ONE, portionDown } from "../units/share.ts";
import { valueDown } from "../units/value.ts";
import { isMarketAsset } from "./isMarketAsset.ts";
import { portfolioOf } from "./portfolio.ts";
import { rateOf } from "./rateOf.ts";
import { saleWithin } from "./saleWithin.ts";
import { isBaseLike } from "./settlementAsset.ts";

/** What can become the base asset within a time, and whether that is only a lower bound because a way out was not read. */
export type Liquid = {
  /** What is idle and what markets take at once. */
  readonly market: BaseUnits;
  /** What protocols pay beyond that in time: their exits and what waits in their queues. */
  readonly protocol: BaseUnits;
  readonly evidence: readonly Source[];
  readonly isPartial: boolean;
};

const NOTHING = baseUnits(0n);

type Question = { readonly context: RuleContext; readonly within: Seconds };

/** Value of a payment, rounded down. What is not the base asset still has to be sold, at the policy's ceiling at worst. */
function paidValue(
  { snapshot, policy }: RuleContext,
  paid: { asset: AssetId; amount: RawAmount },
): BaseUnits {
  const rate = rateOf(snapshot, paid.asset);
  const value = rate === null ? NOTHING : valueDown(paid.amount, rate);
  if (isBaseLike(paid.asset, snapshot.baseAsset)) return value;
  return portionDown(value, (BPS_ONE - policy.costs.slippage) as Bps);
}

/** An open way out whose time is known and short enough. */
function isInTime({ stoppedBy, delay }: ExitReading, within: Seconds): boolean {
  return stoppedBy.length === 0 && delay !== null && delay <= within;
}

type Part = {
  readonly market: BaseUnits | null;
  readonly protocol: BaseUnits;
  readonly sources: readonly Source[];
};

/** What the protocol's own ways out take of the rest of a position, `instant` before `queue`. */
function byProtocol(
  { context, within }: Question,
  { holding, rest }: { readonly holding: PositionReading; readonly rest: RawAmount },
): Omit<Part, "market"> {
  let left = rest;
  const parts = context.snapshot.exits
    .filter((exit) => exit.position === holding.position && isInTime(exit, within))
    .toSorted((a, b) => compareText(a.way, b.way))
    .map((exit) => {
      const taken = min(left, exit.capacity ?? left);
      left = subtractToZero(left, taken);
      const paid = paidValue(context, { asset: exit.assetOut, amount: exitPaysDown(exit, taken) });
      return { paid, source: exit.source };
    });
  return { protocol: sumValues(parts.map(({ paid }) => paid)), sources: parts.map(({ source }) => source) };
}

function partOf(question: Question, holding: PositionReading): Part {
  const { snapshot, policy } = question.context;
  const own = [holding.source];
  if (isBaseLike(holding.asset, snapshot.baseAsset))
    return { market: holding.value, protocol: NOTHING, sources: own };
  const sale = saleWithin(snapshot, { holding, maxCost: policy.costs.slippage });
  const rest = subtractToZero(holding.amount, sale?.amountIn ?? rawAmount(0n));
  const { protocol, sources } = byProtocol(question, { holding, rest });
  if (sale === null) {
    const market = isMarketAsset(snapshot, holding.asset) ? null : NOTHING;
    return { market, protocol: min(protocol, holding.value), sources: [...own, ...sources] };
  }
  // A market above the accounting rate does not make more of the position liquid than there is of it.
  const market = min(baseUnits(sale.amountOut), holding.value);
  return {
    market,
    protocol: min(protocol, subtractToZero(holding.value, market)),
    sources: [...own, sale.curve.source, ...sources],
  };
}

/** Claimable now, or in a block that comes within the time. A ticket without a promised block never counts before it is claimable. */
function isClaimedInTime({ context, within }: Question, ticket: TicketReading): boolean {
  if (ticket.stoppedBy.length > 0) return false;
  if (ticket.state === "claimable") return true;
  if (ticket.claimableFrom === null) return false;
  const blocks = subtractToZero<bigint>(ticket.claimableFrom, context.snapshot.block.number);
  return blocks * BLOCK_TIME <= within;
}

function isExitUnread({ snapshot }: RuleContext, { position, value }: PositionReading): boolean {
  return value > 0n && snapshot.missing.some(({ subject }) => subject.startsWith(`exit:${position}:`));
}

/**
 * What of the account can become the base asset within a time, rounded down. Idle money at once; of a position what its market buys within the slippage ceiling, at what the
 * market pays; of the rest what its protocol takes at once, up to its capacity and after its fee, or by a queue whose delay is known and short enough; of tickets what can be
 * claimed in time. A queue that promises no time never counts. What is paid in something else than the base asset counts less the ceiling, since it is yet to be sold.
 */
export function liquidWithin(context: RuleContext, within: Seconds): Liquid {
  const question = { context, within };
  const { holdings, tickets } = portfolioOf(context);
  const parts = holdings.map((holding) => partOf(question, holding));
  const claimed = tickets.filter((ticket) => isClaimedInTime(question, ticket));
  const paid = claimed.flatMap(({ pays }) =>
    pays.map(({ asset, payout }) => paidValue(context, { asset, amount: payout })),
  );
  return {
    market: sumValues(parts.map((part) => part.market ?? NOTHING)),
    protocol: sumValues([...parts.map((part) => part.protocol), ...paid]),
    evidence: [...parts.flatMap((part) => part.sources), ...claimed.map((ticket) => ticket.source)],
    isPartial:
      parts.some((part) => part.market === null) || holdings.some((each) => isExitUnread(context, each)),
  };
}
