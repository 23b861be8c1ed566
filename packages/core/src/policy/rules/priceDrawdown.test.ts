import { describe, expect, test } from "vitest";
import type { FeedReading } from "../../snapshot/types.ts";
import { seriesFrom, withSeries } from "../../testing/figures.ts";
import { CALM, contextOf, NOW, policyOf } from "../../testing/world.ts";
import type { Bps, UnixSeconds } from "../../units/brands.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { priceDrawdown } from "./priceDrawdown.ts";

type Given = { readonly response?: GuardResponse; readonly reading?: Partial<FeedReading> };

/** ETH/USD at 2,400, of which a fall of a fifth is borne. */
function world(
  before: Readonly<Record<string, bigint>>,
  { response = "notify", reading = {} }: Given = {},
): RuleContext {
  const guards = {
    ...policyOf(CALM.stakes).guards,
    priceDrawdown: { feed: "ETH/USD", threshold: 2_000n as Bps, response },
  };
  const context = contextOf({ ...CALM, policy: { guards } });
  const feeds = context.snapshot.feeds.map((each) => ({
    ...each,
    feed: "ETH/USD",
    value: 2_400n,
    ...reading,
  }));
  const snapshot = { ...context.snapshot, feeds };
  return withSeries({ ...context, snapshot }, [seriesFrom("feed:ETH/USD", before)]);
}

describe("priceDrawdown", () => {
  test.each([
    { name: "a price that rose", before: { 1: 2_000n }, code: "price-steady", level: "ok" },
    { name: "a fall of the threshold is borne", before: { 1: 3_000n }, code: "price-steady", level: "ok" },
    { name: "a unit more is not", before: { 1: 3_001n }, code: "price-fell", level: "warning" },
    {
      name: "from the highest of the window",
      before: { 20: 4_000n, 1: 2_500n },
      code: "price-fell",
      level: "warning",
    },
    { name: "nothing stored shows no fall yet", before: {}, code: "no-history-yet", level: "notice" },
  ])("$name: $code", ({ before, code, level }) => {
    expect(priceDrawdown.evaluate(world(before))).toMatchObject([
      { code, level, subject: { kind: "feed", id: "ETH/USD" }, effect: { kind: "none" } },
    ]);
  });

  test("the answer is the policy's, for all that can be lost", () => {
    const found = priceDrawdown.evaluate(world({ 1: 4_800n }, { response: "exit" }));
    expect(found.map(({ code, effect }) => [code, effect.kind])).toEqual([
      ["price-fell", "freeze-entries"],
      ["exit-asked", "reduce-to"],
      ["exit-asked", "reduce-to"],
    ]);
    expect(found[0]).toMatchObject({
      measured: { unit: "bps", value: 5_000n },
      limit: { unit: "bps", value: 2_000n },
    });
  });

  test.each<readonly [string, Partial<FeedReading>]>([
    ["late", { updatedAt: (NOW - 4_201n) as UnixSeconds }],
    ["ahead of the block", { updatedAt: (NOW + 1n) as UnixSeconds }],
    ["zero", { value: 0n }],
    ["another one", { feed: "BTC/USD" }],
  ])("a feed that is %s shows no price: unknown, and entries are frozen", (_name, reading) => {
    expect(priceDrawdown.evaluate(world({ 1: 2_400n }, { reading }))).toMatchObject([
      { code: "price-unknown", level: "unknown", measured: null, effect: { kind: "freeze-entries" } },
    ]);
  });

  test("a feed of exactly its heartbeat and the grace is in time", () => {
    const reading = { updatedAt: (NOW - 4_200n) as UnixSeconds };
    expect(priceDrawdown.evaluate(world({ 1: 2_400n }, { reading }))[0]?.code).toBe("price-steady");
  });

  test("a policy without it watches no price", () => {
    expect(priceDrawdown.evaluate(contextOf(CALM))).toEqual([]);
  });
});
