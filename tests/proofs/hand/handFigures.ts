import type { Held, Rates, Token } from "./chainAt.ts";
import { Fraction } from "./Fraction.ts";

/** One swap of a plan, in plain numbers. */
export type HandSwap = {
  readonly kind: "exit" | "enter";
  readonly from: Token;
  readonly to: Token;
  readonly spend: bigint;
  readonly expected: bigint;
  readonly atLeast: bigint;
};

/** What a person with the chain's own answers and a sheet of paper starts from. */
export type HandCase = {
  readonly rates: Rates;
  /** Rates at the start of the yield window, and how many seconds ago that was. */
  readonly earlier: Rates;
  readonly elapsed: bigint;
  readonly holdings: Readonly<Record<Held | "ETH", bigint>>;
  readonly swaps: readonly HandSwap[];
  readonly gasPrice: bigint;
  readonly horizon: bigint;
};

const WAD = 10n ** 18n;
const YEAR = 31_536_000n;
const HELD = ["WETH", "wstETH", "weETH", "stETH", "EL-stETH"] as const;
const none = new Fraction(0n);
const whole = (value: bigint) => new Fraction(value);

const rateOf = (rates: Rates, token: Held): Fraction =>
  token === "WETH" || token === "stETH" ? whole(1n) : new Fraction(rates[token], WAD);

/** (end ÷ start − 1) × a year ÷ seconds between, cut at 18 decimals. stETH grows in number as wstETH grows in price. */
export function handYield({ rates, earlier, elapsed }: HandCase, token: Held): Fraction {
  if (token === "WETH") return none;
  const grows = token === "stETH" ? "wstETH" : token;
  const growth = whole(rates[grows]).dividedBy(whole(earlier[grows])).minus(whole(1n));
  const perYear = growth.times(new Fraction(YEAR, elapsed));
  return new Fraction(perYear.times(whole(WAD)).floor(), WAD);
}

function changeOf({ swaps }: HandCase, token: Held): bigint {
  const change = (swap: HandSwap) =>
    (swap.to === token ? swap.expected : 0n) - (swap.from === token ? swap.spend : 0n);
  return swaps.reduce((sum, swap) => sum + change(swap), 0n);
}

function meanYield(hand: HandCase, amountOf: (token: Held) => bigint): bigint {
  const parts = HELD.map((token) => ({
    value: whole(
      rateOf(hand.rates, token)
        .times(whole(amountOf(token)))
        .floor(),
    ),
    perYear: handYield(hand, token),
  }));
  const total = Fraction.sum([...parts.map(({ value }) => value), whole(hand.holdings.ETH)]);
  const earned = Fraction.sum(parts.map(({ value, perYear }) => value.times(perYear)));
  return earned.dividedBy(total).times(whole(WAD)).floor();
}

/** Accounting value that swaps give up when each pays `paid`: spent rounded up, received rounded down, never a gain. */
function givenUp({ rates, swaps }: HandCase, paid: (swap: HandSwap) => bigint): bigint {
  const loss = (swap: HandSwap) =>
    rateOf(rates, swap.from).times(whole(swap.spend)).ceil() -
    rateOf(rates, swap.to)
      .times(whole(paid(swap)))
      .floor();
  return swaps.map(loss).reduce((sum, each) => sum + (each > 0n ? each : 0n), 0n);
}

function turnoverOf({ rates, swaps }: HandCase): bigint {
  const exits = swaps.filter(({ kind }) => kind === "exit");
  const sold = exits.reduce(
    (sum, swap) => sum + rateOf(rates, swap.from).times(whole(swap.spend)).ceil(),
    0n,
  );
  const bought = swaps.filter(({ kind }) => kind === "enter").reduce((sum, { spend }) => sum + spend, 0n);
  const idle = bought - exits.reduce((sum, { atLeast }) => sum + atLeast, 0n);
  return sold + (idle > 0n ? idle : 0n);
}

/** Every figure of a plan, computed again from the chain's answers with fractions. */
export function handFigures(hand: HandCase) {
  const { rates, swaps, gasPrice, horizon, holdings } = hand;
  const tradingCost = givenUp(hand, ({ expected }) => expected);
  // 150,000 gas for the batch and 220,000 for each swap with its approval.
  const gasCost = (150_000n + 220_000n * BigInt(swaps.length)) * gasPrice;
  const cost = tradingCost + gasCost;
  const gains = HELD.map((token) =>
    rateOf(rates, token)
      .times(whole(changeOf(hand, token)))
      .times(handYield(hand, token)),
  );
  const grossGain = Fraction.sum(gains).times(new Fraction(horizon, YEAR)).floor();
  return {
    turnover: turnoverOf(hand),
    tradingCost,
    gasCost,
    cost,
    grossGain,
    netGain: grossGain - cost,
    horizon,
    payback: new Fraction(cost * horizon, grossGain).ceil(),
    yieldBefore: meanYield(hand, (token) => holdings[token]),
    yieldAfter: meanYield(hand, (token) => holdings[token] + changeOf(hand, token)),
    worstLoss: givenUp(hand, ({ atLeast }) => atLeast),
  };
}
