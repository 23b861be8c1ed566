import { describe, expect, test } from "vitest";
import { seriesFrom, withSeries } from "../../testing/figures.ts";
import { withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf, eth, policyOf, type Stake, WEETH, WSTETH } from "../../testing/world.ts";
import type { AssetId, Bps, Seconds, VenueId } from "../../units/brands.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { oracleDiverging } from "./oracleDiverging.ts";

type Given = {
  readonly stake?: Partial<Stake>;
  readonly response?: GuardResponse;
  readonly feeds?: readonly string[];
  readonly samples?: bigint;
};

/** weETH at a rate of 1.05 with a pool that pays 30 basis points less; a feed may be 2 % off. */
function world(
  told: string | null,
  { stake = {}, response = "notify", feeds = ["weETH/ETH"], samples = 1n }: Given = {},
): RuleContext {
  const guards = {
    ...policyOf(CALM.stakes).guards,
    staleOracle: { feeds, grace: 0n as Seconds },
    oracleDiverging: { threshold: 200n as Bps, samples, response },
  };
  const context = contextOf({ stakes: [WSTETH, { ...WEETH, ...stake }], idle: "100", policy: { guards } });
  const value = told === null ? null : (eth(told) as bigint);
  const read = context.snapshot.feeds.flatMap((each) =>
    value === null ? [] : [{ ...each, feed: "weETH/ETH", value: value / 10n ** 10n, decimals: 8n }],
  );
  return { ...context, snapshot: { ...context.snapshot, feeds: read } };
}

describe("oracleDiverging", () => {
  test.each([
    { name: "at the rate", context: world("1.05"), code: "oracle-agrees" },
    { name: "2 % above the rate", context: world("1.071"), code: "oracle-agrees" },
    { name: "a hair more", context: world("1.07100001"), code: "oracle-diverges" },
    { name: "far above", context: world("1700000"), code: "oracle-diverges" },
    { name: "far below both", context: world("1.02"), code: "oracle-diverges" },
    {
      name: "with the market, which fell below the rate",
      context: world("0.95", { stake: { discount: 1_000n } }),
      code: "oracle-agrees",
    },
    {
      name: "between market and rate",
      context: world("1", { stake: { discount: 1_000n } }),
      code: "oracle-agrees",
    },
    {
      name: "without a pool the rate alone counts",
      context: { ...world("1.02"), ...{ snapshot: { ...world("1.02").snapshot, curves: [] } } },
      code: "oracle-diverges",
    },
  ])("$name: $code", ({ context, code }) => {
    expect(oracleDiverging.evaluate(context)).toMatchObject([
      { code, subject: { kind: "feed", id: "weETH/ETH" }, effect: { kind: "none" } },
    ]);
  });

  test.each([
    { name: "off for the first time", before: {}, code: "oracle-off-once" },
    { name: "off for one sample before", before: { 1: "1.26" }, code: "oracle-off-once" },
    { name: "off for two samples before", before: { 2: "1.26", 1: "1.26" }, code: "oracle-diverges" },
    { name: "right in between", before: { 3: "1.26", 2: "1.05", 1: "1.26" }, code: "oracle-off-once" },
    {
      name: "with rate and market of then, which it was near",
      before: { 2: "1.26", 1: "1.048" },
      code: "oracle-off-once",
    },
  ])("three samples in a row must be off: $name", ({ before, code }) => {
    const told = Object.fromEntries(
      Object.entries(before).map(([hours, value]) => [hours, (eth(value) as bigint) / 10n ** 10n]),
    );
    const context = withSeries(world("1.26", { samples: 3n }), [seriesFrom("feed:weETH/ETH", told)]);
    expect(oracleDiverging.evaluate(context)).toMatchObject([{ code, effect: { kind: "none" } }]);
  });

  test("how far, rounded up, and the policy's answer", () => {
    const found = oracleDiverging.evaluate(world("1.26", { response: "exit" }));
    expect(found.map(({ code, effect }) => [code, effect.kind])).toEqual([
      ["oracle-diverges", "freeze-entries"],
      ["exit-asked", "reduce-to"],
    ]);
    expect(found[0]?.measured).toEqual({ unit: "bps", value: 2_000n });
  });

  test("a rebasing token has the market of the form that is traded", () => {
    const context = world("1.05", { stake: { discount: 1_000n } });
    const rebasing = {
      asset: "eETH" as AssetId,
      venue: "etherfi" as VenueId,
      rate: WAD_ONE,
      growsWith: "weETH" as AssetId,
    };
    const told = (value: string) => {
      const { snapshot, policy } = context;
      const [feed] = snapshot.feeds;
      if (feed === undefined) throw new Error("no feed");
      const feeds = [{ ...feed, feed: "eETH/ETH", value: eth(value), decimals: 18n }];
      const rates = [...snapshot.rates, { ...rebasing, source: feed.source }];
      const guards = { ...policy.guards, staleOracle: { feeds: ["eETH/ETH"], grace: 0n as Seconds } };
      return { ...context, snapshot: { ...snapshot, feeds, rates }, policy: { ...policy, guards } };
    };
    expect(oracleDiverging.evaluate(told("0.9"))).toMatchObject([{ code: "oracle-agrees" }]);
    expect(oracleDiverging.evaluate(told("0.85"))).toMatchObject([{ code: "oracle-diverges" }]);
  });

  test("a feed of another pair, or of an asset without a rate, prices nothing here", () => {
    expect(oracleDiverging.evaluate(world("9", { feeds: ["ETH/USD", "rETH/ETH", "weETH/ETH/x"] }))).toEqual(
      [],
    );
  });

  test.each(["0", null])("a feed that says %s is unknown and freezes entries", (told) => {
    expect(oracleDiverging.evaluate(world(told))).toMatchObject([
      {
        code: "feed-unknown",
        level: "unknown",
        effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
      },
    ]);
  });

  test("without a rate nothing can be said of its feed, and the missing rate is told elsewhere", () => {
    expect(oracleDiverging.evaluate(withSnapshot({ rates: [] }))).toEqual([]);
  });
});
