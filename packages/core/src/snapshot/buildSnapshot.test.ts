import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address, Hash32, Source } from "../chain/types.ts";
import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import { assetId, positionId, routeId, sourceId, venueId } from "../units/ids.ts";
import { baseUnits, blockNumber, rawAmount, wad } from "../units/quantities.ts";
import { seconds, unixSeconds } from "../units/times.ts";
import { accountValue, positionValue } from "./accountValue.ts";
import { buildSnapshot, type SnapshotReadings } from "./buildSnapshot.ts";
import { InvariantError } from "./invariantError.ts";
import { snapshotId } from "./snapshotId.ts";
import type { Missing, PositionReading, RouteCurve, SafeState } from "./types.ts";

const ETH = 10n ** 18n;
const at = (digits: string) => `0x${digits.repeat(20)}` as Address;
const hash = (digits: string) => `0x${digits.repeat(32)}` as Hash32;
const source: Source = { kind: "call", contract: at("c0"), method: "balanceOf" };

function position(id: string, { amount, value }: { amount: bigint; value: bigint }): PositionReading {
  const [venue = "", asset = ""] = id.split(":");
  return {
    position: positionId(id),
    venue: venueId(venue),
    asset: assetId(asset),
    amount: amount as PositionReading["amount"],
    value: value as PositionReading["value"],
    source,
  };
}
const curve = (points: readonly (readonly [bigint, bigint])[], assetIn = "WETH"): RouteCurve => ({
  route: routeId("uniswap-v3"),
  pool: at("b0"),
  fee: 100n,
  assetIn: assetId(assetIn),
  assetOut: assetId("wstETH"),
  points: points.map(([amountIn, amountOut]) => ({
    amountIn: rawAmount(amountIn),
    amountOut: rawAmount(amountOut),
    gas: 1n,
  })),
  source,
});
const lost = (subject: string, code: Missing["code"] = "rpc", detail = "no answer"): Missing => ({
  subject,
  code,
  retry: true,
  detail,
});
const safe: SafeState = {
  version: "1.4.1",
  singleton: at("51"),
  nonce: 7n,
  threshold: 2n,
  owners: [at("0c"), at("0a"), at("0b")],
  modules: [at("32"), at("31")],
  guard: at("00"),
  fallbackHandler: at("fb"),
};
const block = {
  chainId: 31337n,
  number: blockNumber(100n),
  hash: hash("bb"),
  timestamp: unixSeconds(1_790_000_000n),
};

const readings: SnapshotReadings = {
  account: { rail: "safe", chainId: 31337n, address: at("5a") },
  baseAsset: assetId("ETH"),
  block,
  safe,
  positions: [
    position("lido:wstETH", { amount: 100n * ETH, value: 123n * ETH }),
    position("idle:WETH", { amount: 5n * ETH, value: 5n * ETH }),
    position("idle:ETH", { amount: 0n, value: 0n }),
  ],
  rates: [
    { asset: assetId("wstETH"), venue: venueId("lido"), rate: wad(1_230_000_000_000_000_000n), source },
    { asset: assetId("WETH"), venue: venueId("idle"), rate: wad(ETH), source },
  ],
  tickets: [],
  exits: [],
  figures: [],
  feeds: [
    {
      feed: "weETH/ETH",
      value: 1n,
      decimals: 18n,
      roundId: 2n,
      updatedAt: block.timestamp,
      heartbeat: seconds(60n),
      source,
    },
    {
      feed: "ETH/USD",
      value: 1n,
      decimals: 8n,
      roundId: 2n,
      updatedAt: block.timestamp,
      heartbeat: seconds(60n),
      source,
    },
  ],
  curves: [
    curve(
      [
        [1n, 1n],
        [2n, 2n],
      ],
      "weETH",
    ),
    curve([
      [1n, 1n],
      [2n, 1n],
    ]),
  ],
  gas: { baseFee: 1n, priorityFee: 1n, source },
  heads: [
    { source: sourceId("rpc-2"), state: "lags", number: blockNumber(99n), hash: null, detail: "" },
    { source: sourceId("rpc-1"), state: "agrees", number: block.number, hash: block.hash, detail: "" },
  ],
  disputes: [],
  flags: [
    { venue: venueId("lido"), code: "paused", stops: "entries", source },
    { venue: venueId("etherfi"), code: "paused", stops: "entries", source },
  ],
  missing: [lost("feed:stETH/ETH"), lost("feed:rETH/ETH")],
};

describe("buildSnapshot", () => {
  it("sorts every set", () => {
    const built = buildSnapshot(readings);
    expect(built.positions.map((each) => each.position)).toEqual(["idle:ETH", "idle:WETH", "lido:wstETH"]);
    expect(built.rates.map((each) => each.asset)).toEqual(["WETH", "wstETH"]);
    expect(built.feeds.map((each) => each.feed)).toEqual(["ETH/USD", "weETH/ETH"]);
    expect(built.curves.map((each) => each.assetIn)).toEqual(["WETH", "weETH"]);
    expect(built.heads.map((each) => each.source)).toEqual(["rpc-1", "rpc-2"]);
    expect(built.flags.map((each) => each.venue)).toEqual(["etherfi", "lido"]);
    expect(built.missing.map((each) => each.subject)).toEqual(["feed:rETH/ETH", "feed:stETH/ETH"]);
    expect(built.safe?.owners).toEqual([at("0a"), at("0b"), at("0c")]);
    expect(built.safe?.modules).toEqual([at("31"), at("32")]);
  });

  it("gives one id whatever the order of the readings and the case of their hex", () => {
    const shuffled = fc.record({
      positions: fc.shuffledSubarray([...readings.positions], { minLength: 3 }),
      rates: fc.shuffledSubarray([...readings.rates], { minLength: 2 }),
      feeds: fc.shuffledSubarray([...readings.feeds], { minLength: 2 }),
      curves: fc.shuffledSubarray([...readings.curves], { minLength: 2 }),
      heads: fc.shuffledSubarray([...readings.heads], { minLength: 2 }),
      flags: fc.shuffledSubarray([...readings.flags], { minLength: 2 }),
      missing: fc.shuffledSubarray([...readings.missing], { minLength: 2 }),
    });
    const id = snapshotId(buildSnapshot(readings));
    fc.assert(
      fc.property(shuffled, fc.boolean(), (changes, isUpper) => {
        const address = (isUpper ? `0x${"5A".repeat(20)}` : at("5a")) as Address;
        const given = { ...readings, ...changes, account: { ...readings.account, address } };
        expect(snapshotId(buildSnapshot(given))).toBe(id);
      }),
    );
  });

  it("sorts by the parts of a key, not by how they look side by side", () => {
    const flag = (venue: string, code: string) => ({
      venue: venueId(venue),
      code,
      stops: "none" as const,
      source,
    });
    const built = buildSnapshot({ ...readings, flags: [flag("a-b", "x"), flag("a", "y")] });
    expect(built.flags.map(({ venue }) => venue)).toEqual(["a", "a-b"]);
  });

  it("keeps what is missing for two reasons, and once what is missing twice for one", () => {
    const missing = [lost("gas", "rpc", "first"), lost("gas", "rpc", "second"), lost("gas", "empty")];
    expect(buildSnapshot({ ...readings, missing }).missing.map(({ code, detail }) => [code, detail])).toEqual(
      [
        ["empty", "no answer"],
        ["rpc", "first"],
      ],
    );
  });

  it("has a canonical form", () => {
    expect(encodeCanonical(buildSnapshot(readings))).toContain('"schema":"ballast/snapshot/1"');
  });

  it("takes a value one unit beside the product, a nothing without a rate, and a rate that is said to be missing", () => {
    const rounded = position("lido:wstETH", { amount: 100n * ETH, value: 123n * ETH - 1n });
    const empty = position("kelp:rsETH", { amount: 0n, value: 0n });
    const unrated = position("renzo:ezETH", { amount: 1n, value: 0n });
    const built = buildSnapshot({
      ...readings,
      positions: [rounded, empty, unrated],
      missing: [lost("rate:ezETH")],
    });
    expect(built.positions.length).toBe(3);
  });

  it("takes a source that agreed on the block and then said no more", () => {
    const head = {
      source: sourceId("rpc-1"),
      state: "silent",
      number: block.number,
      hash: block.hash,
      detail: "no answer",
    } as const;
    expect(buildSnapshot({ ...readings, heads: [head] }).heads).toEqual([head]);
  });

  type Case = readonly [name: string, changes: Partial<SnapshotReadings>, subject: string];
  const [wst, weth] = readings.positions as [PositionReading, PositionReading];
  const cases: readonly Case[] = [
    ["a position twice", { positions: [wst, wst] }, "position:lido:wstETH"],
    ["a rate twice", { rates: [...readings.rates, ...readings.rates] }, "rate:WETH"],
    ["a feed twice", { feeds: [...readings.feeds, ...readings.feeds] }, "feed:ETH/USD"],
    ["a source twice", { heads: [...readings.heads, ...readings.heads] }, "head:rpc-1"],
    [
      "a pool twice",
      { curves: [curve([[1n, 1n]]), curve([[2n, 2n]])] },
      `route:uniswap-v3:WETH:wstETH:${at("b0")}`,
    ],
    ["a block of another chain", { block: { ...block, chainId: 1n } }, "account"],
    [
      "an agreement on another hash",
      {
        heads: [
          { source: sourceId("rpc-1"), state: "agrees", number: block.number, hash: hash("bc"), detail: "" },
        ],
      },
      "head:rpc-1",
    ],
    [
      "an agreement on another height",
      {
        heads: [
          {
            source: sourceId("rpc-1"),
            state: "agrees",
            number: blockNumber(101n),
            hash: block.hash,
            detail: "",
          },
        ],
      },
      "head:rpc-1",
    ],
    [
      "a disagreement on the same block",
      {
        heads: [
          {
            source: sourceId("rpc-1"),
            state: "disagrees",
            number: block.number,
            hash: block.hash,
            detail: "",
          },
        ],
      },
      "head:rpc-1",
    ],
    [
      "a negative amount",
      { positions: [{ ...wst, amount: -1n as PositionReading["amount"] }] },
      "position:lido:wstETH",
    ],
    [
      "a negative value",
      { positions: [{ ...weth, amount: rawAmount(0n), value: -1n as PositionReading["value"] }] },
      "position:idle:WETH",
    ],
    [
      "a value two units beside the product",
      { positions: [{ ...wst, value: baseUnits(wst.value - 2n) }] },
      "position:lido:wstETH",
    ],
    [
      "a position in another venue than its id says",
      { positions: [{ ...wst, venue: venueId("kelp") }] },
      "position:lido:wstETH",
    ],
    [
      "an asset that nobody knows the rate of",
      { positions: [position("kelp:rsETH", { amount: 1n, value: 1n })] },
      "position:kelp:rsETH",
    ],
    ["a position both read and missing", { missing: [lost("position:lido:wstETH")] }, "position:lido:wstETH"],
    [
      "a rate of nothing",
      { rates: [{ asset: assetId("wstETH"), venue: venueId("lido"), rate: wad(0n), source }] },
      "rate:wstETH",
    ],
    [
      "a curve whose sizes do not grow",
      {
        curves: [
          curve([
            [2n, 1n],
            [2n, 2n],
          ]),
        ],
      },
      `route:uniswap-v3:WETH>wstETH:${at("b0")}`,
    ],
    [
      "a curve that pays less for more",
      {
        curves: [
          curve([
            [1n, 2n],
            [2n, 1n],
          ]),
        ],
      },
      `route:uniswap-v3:WETH>wstETH:${at("b0")}`,
    ],
    ["a threshold above the owners", { safe: { ...safe, threshold: 4n } }, "safe"],
    ["a threshold of none", { safe: { ...safe, threshold: 0n } }, "safe"],
    ["an owner twice", { safe: { ...safe, owners: [at("0a"), at("0A")] } }, "safe"],
    ["a module twice", { safe: { ...safe, modules: [at("31"), at("31")] } }, "safe"],
    ["a negative nonce", { safe: { ...safe, nonce: -1n } }, "safe"],
  ];
  it.each(cases)("refuses %s, and names it", (_name, changes, subject) => {
    const build = () => buildSnapshot({ ...readings, ...changes });
    expect(build).toThrow(InvariantError);
    expect(build).toThrow(expect.objectContaining({ subject }));
  });
});

describe("the value of an account", () => {
  it("is the sum of its positions", () => {
    expect(accountValue(buildSnapshot(readings))).toEqual({ value: 128n * ETH, isComplete: true });
  });

  it.each(["position:etherfi:weETH", "rate:weETH", "venue:etherfi"])(
    "is a lower bound while %s is missing",
    (subject) => {
      expect(accountValue(buildSnapshot({ ...readings, missing: [lost(subject)] })).isComplete).toBe(false);
    },
  );

  it("of one position is not known when it was not read, and 0 when that was read", () => {
    const snapshot = buildSnapshot(readings);
    expect(positionValue(snapshot, positionId("idle:ETH"))).toBe(0n);
    expect(positionValue(snapshot, positionId("lido:wstETH"))).toBe(123n * ETH);
    expect(positionValue(snapshot, positionId("etherfi:weETH"))).toBeNull();
  });
});
