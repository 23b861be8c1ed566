import type { AccountRef, Address, BlockRef, Hash32, Source } from "../chain/types.ts";
import type { OpenWork } from "../decision/openWork.ts";
import type { HistorySlice, Sample } from "../history/types.ts";
import { YEAR } from "../history/year.ts";
import type { Policy } from "../policy/policy.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { PositionReading, RouteCurve, Snapshot } from "../snapshot/types.ts";
import type {
  AssetId,
  BaseUnits,
  Bps,
  PositionId,
  RouteId,
  Seconds,
  SourceId,
  UnixSeconds,
  VenueId,
  Wad,
} from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { parseDecimal } from "../units/parseDecimal.ts";
import { blockNumber, rawAmount, wad } from "../units/quantities.ts";
import { amountForValueUp, valueDown } from "../units/value.ts";

/** `12.5` ether as wei. */
export function eth(text: string): BaseUnits {
  return parseDecimal(text, { decimals: 18n, unit: "ether", example: "1.5" }) as BaseUnits;
}

export const NOW = 1_800_000_000n as UnixSeconds;
export const SAFE = `0x${"5a".repeat(20)}` as Address;
export const ACCOUNT: AccountRef = { rail: "safe", chainId: 31_337n, address: SAFE };
export const BLOCK: BlockRef = {
  chainId: 31_337n,
  number: blockNumber(1_000n),
  hash: `0x${"b1".repeat(32)}` as Hash32,
  timestamp: NOW,
};
const TOKEN = `0x${"70".repeat(20)}` as Address;

function call(method: string): Source {
  return { kind: "call", contract: TOKEN, method };
}

/** One staking position of the world: what is held, at which rate, growing how fast, beside how deep a pool. */
export type Stake = {
  readonly position: string;
  /** Ether's worth held. */
  readonly value: string;
  readonly rate: string;
  /** Per year, in per cent: `3.1`. May be negative. */
  readonly yield: string;
  /** Virtual reserve of the pool in ether's worth, on each side. */
  readonly depth: string;
  /** Market price against the rate, in basis points below it. */
  readonly discount?: bigint;
  /** Pool fee in hundredths of a basis point. */
  readonly fee?: bigint;
};

export type World = {
  readonly stakes: readonly Stake[];
  readonly idle: string;
  readonly policy?: Partial<Policy>;
  readonly openWork?: Partial<OpenWork>;
};

export const SIZES = [1n, 2n, 5n, 10n, 20n, 50n, 100n, 200n, 500n, 1_000n];

function asset(position: string): AssetId {
  return position.slice(position.indexOf(":") + 1) as AssetId;
}

function venue(position: string): VenueId {
  return position.slice(0, position.indexOf(":")) as VenueId;
}

/** Constant product with the fee taken from what goes in: out = reserveOut × in ÷ (reserveIn + in), floor. */
export function poolOut(
  amountIn: bigint,
  pool: { reserveIn: bigint; reserveOut: bigint; fee: bigint },
): bigint {
  const afterFee = amountIn * (1_000_000n - pool.fee);
  return (pool.reserveOut * afterFee) / (pool.reserveIn * 1_000_000n + afterFee);
}

/** The two directions of a stake's pool, quoted for the usual sizes. */
export function poolCurves(stake: Stake): RouteCurve[] {
  const { rate: rateText, depth, discount = 0n, fee = 100n } = stake;
  const rate = eth(rateText);
  const price = (rate * (10_000n - discount)) / 10_000n;
  const weth = eth(depth);
  const token = (weth * 10n ** 18n) / price;
  const curve = (side: "sell" | "buy"): RouteCurve => ({
    route: "uniswap-v3" as RouteId,
    pool: `0x${"cc".repeat(20)}` as Address,
    fee,
    assetIn: side === "sell" ? asset(stake.position) : ("WETH" as AssetId),
    assetOut: side === "sell" ? ("WETH" as AssetId) : asset(stake.position),
    points: SIZES.map((size) => {
      const value = (size * 10n ** 18n) as BaseUnits;
      const amountIn = side === "sell" ? amountForValueUp(value, wad(rate)) : rawAmount(value);
      const reserves =
        side === "sell" ? { reserveIn: token, reserveOut: weth } : { reserveIn: weth, reserveOut: token };
      return { amountIn, amountOut: rawAmount(poolOut(amountIn, { ...reserves, fee })), gas: 120_000n };
    }),
    source: call("quoteExactInputSingle"),
  });
  return [curve("sell"), curve("buy")];
}

function reading(position: string, { amount, rate }: { amount: bigint; rate: bigint }): PositionReading {
  return {
    position: position as PositionId,
    venue: venue(position),
    asset: asset(position),
    amount: rawAmount(amount),
    value: valueDown(rawAmount(amount), wad(rate)),
    source: call("balanceOf"),
  };
}

const BAND = { min: 0n as Bps, target: 3_000n as Bps, max: 6_000n as Bps };

export function policyOf(stakes: readonly Stake[], changes: Partial<Policy> = {}): Policy {
  const positions = [...stakes.map((stake) => stake.position), "idle:WETH"].sort(compareText);
  return {
    schema: "ballast/policy/1",
    account: ACCOUNT,
    baseAsset: "ETH" as AssetId,
    version: 1n,
    mode: "propose",
    proposer: `0x${"99".repeat(20)}` as Address,
    looseningDelay: 86_400n as Seconds,
    universe: positions.map((position) => ({ position: position as PositionId, ...BAND })),
    caps: {
      protocols: [...new Set(stakes.map((stake) => venue(stake.position)))]
        .sort(compareText)
        .map((each) => ({ venue: each, max: 7_000n as Bps })),
    },
    liquidity: [{ share: 1_000n as Bps, within: 3_600n as Seconds }],
    objective: { horizon: (90n * 86_400n) as Seconds, yieldWindow: 86_400n as Seconds },
    costs: {
      slippage: 50n as Bps,
      emergencySlippage: 200n as Bps,
      minimumNetGain: eth("0.1"),
      payback: (30n * 86_400n) as Seconds,
    },
    pace: { cooldown: 86_400n as Seconds, dwell: (7n * 86_400n) as Seconds, minimumTrade: eth("1") },
    guards: {
      marketDepeg: { threshold: 100n as Bps, size: eth("50"), samples: 3n, response: "freeze-entries" },
      staleOracle: { feeds: ["stETH/ETH"], grace: 600n as Seconds },
      sourceSilent: { quorum: 2n },
    },
    batch: { maxCalls: 20n, maxGas: 3_000_000n },
    proposalDeadline: 21_600n as Seconds,
    ...changes,
  };
}

function sample(value: bigint, { block, age }: { block: bigint; age: bigint }): Sample {
  return {
    block: blockNumber(block),
    hash: `0x${block.toString(16).padStart(64, "0")}` as Hash32,
    timestamp: (NOW - age) as UnixSeconds,
    value: value as Wad,
  };
}

/** A day of hourly samples that grow to the present rate at the stake's yearly yield, and sales at the pool's price. */
export function historyOf(stakes: readonly Stake[]): HistorySlice {
  const hours = Array.from({ length: 25 }, (_, hour) => 24n - BigInt(hour));
  const series = stakes.flatMap((stake) => {
    const rate = eth(stake.rate);
    const isNegative = stake.yield.startsWith("-");
    const yearly = eth(stake.yield.replace("-", "")) / 100n;
    const at = (age: bigint) => {
      const grown = (rate * yearly * age) / (10n ** 18n * YEAR);
      return isNegative ? rate + grown : rate - grown;
    };
    const ages = hours.map((hour) => ({ age: hour * 3_600n, block: 1_000n - hour * 30n }));
    const price = (value: bigint) => (value * (10_000n - (stake.discount ?? 0n))) / 10_000n;
    return [
      { id: `rate:${asset(stake.position)}`, samples: ages.map((each) => sample(at(each.age), each)) },
      {
        id: `market:${asset(stake.position)}`,
        samples: ages.map((each) => sample(price(at(each.age)), each)),
      },
    ];
  });
  return { schema: "ballast/history/1", asOf: BLOCK, series: series.sort((a, b) => compareText(a.id, b.id)) };
}

export function snapshotOf({ stakes, idle }: World): Snapshot {
  const held = stakes.map((stake) => {
    const rate = eth(stake.rate);
    return reading(stake.position, { rate, amount: amountForValueUp(eth(stake.value), wad(rate)) });
  });
  const heads = ["rpc-1", "rpc-2"].map((source) => ({
    source: source as SourceId,
    state: "agrees" as const,
    number: BLOCK.number,
    hash: BLOCK.hash,
    detail: "",
  }));
  return {
    schema: "ballast/snapshot/1",
    account: ACCOUNT,
    baseAsset: "ETH" as AssetId,
    block: BLOCK,
    safe: {
      version: "1.4.1",
      singleton: TOKEN,
      nonce: 7n,
      threshold: 2n,
      owners: [SAFE],
      modules: [],
      guard: TOKEN,
      fallbackHandler: TOKEN,
    },
    positions: [...held, reading("idle:WETH", { amount: eth(idle), rate: 10n ** 18n })].sort((a, b) =>
      compareText(a.position, b.position),
    ),
    rates: stakes
      .map((stake) => ({
        asset: asset(stake.position),
        venue: venue(stake.position),
        rate: wad(eth(stake.rate)),
        source: call("getRate"),
      }))
      .sort((a, b) => compareText(a.asset, b.asset)),
    feeds: [
      {
        feed: "stETH/ETH",
        value: 10n ** 18n,
        decimals: 18n,
        roundId: 5n,
        updatedAt: (NOW - 600n) as UnixSeconds,
        heartbeat: 3_600n as Seconds,
        source: call("latestRoundData"),
      },
    ],
    tickets: [],
    exits: [],
    figures: [],
    curves: stakes
      .flatMap(poolCurves)
      .sort((a, b) => compareText(a.assetIn, b.assetIn) || compareText(a.assetOut, b.assetOut)),
    gas: { baseFee: 10n ** 10n, priorityFee: 10n ** 9n, source: { kind: "header", field: "baseFeePerGas" } },
    heads,
    disputes: [],
    flags: [],
    missing: [],
  };
}

/** A whole context: about a thousand ether over two staking positions and idle money, nothing under way. */
export function contextOf(world: World): RuleContext {
  return {
    snapshot: snapshotOf(world),
    history: historyOf(world.stakes),
    policy: policyOf(world.stakes, world.policy),
    openWork: {
      schema: "ballast/open-work/1",
      account: ACCOUNT,
      proposals: [],
      recent: [],
      ...world.openWork,
    },
    siblings: [],
  };
}

export const WSTETH: Stake = {
  position: "lido:wstETH",
  value: "500",
  rate: "1.2",
  yield: "3.1",
  depth: "40000",
};
export const WEETH: Stake = {
  position: "etherfi:weETH",
  value: "400",
  rate: "1.05",
  yield: "3.2",
  depth: "20000",
  fee: 500n,
};
/** Both positions yield about the same, so nothing is worth a trade. */
export const CALM: World = { stakes: [WSTETH, WEETH], idle: "100" };
/** weETH yields far more, and has room in its band. */
export const SHIFT: World = { stakes: [WSTETH, { ...WEETH, yield: "9" }], idle: "100" };
