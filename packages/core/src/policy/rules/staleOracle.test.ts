import { describe, expect, test } from "vitest";
import type { FeedReading } from "../../snapshot/types.ts";
import { findingWith, withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf, NOW, snapshotOf } from "../../testing/world.ts";
import type { Seconds, UnixSeconds } from "../../units/brands.ts";
import { staleOracle } from "./staleOracle.ts";

const HEARTBEAT = 3_600n;
const GRACE = 600n;

function feed(changes: Partial<FeedReading>): FeedReading[] {
  return snapshotOf(CALM).feeds.map((each) => ({ ...each, ...changes }));
}

function aged(age: bigint): FeedReading[] {
  return feed({ updatedAt: (NOW - age) as UnixSeconds });
}

const cases: readonly { name: string; feeds: readonly FeedReading[]; code: string; age: bigint | null }[] = [
  { name: "updated just now is fresh", feeds: aged(0n), code: "feed-fresh", age: 0n },
  {
    name: "at heartbeat and grace it is still fresh",
    feeds: aged(HEARTBEAT + GRACE),
    code: "feed-fresh",
    age: 4_200n,
  },
  {
    name: "one second later it is stale",
    feeds: aged(HEARTBEAT + GRACE + 1n),
    code: "feed-stale",
    age: 4_201n,
  },
  { name: "not read at all is missing", feeds: [], code: "feed-missing", age: null },
  { name: "an update after the block is no update", feeds: aged(-1n), code: "feed-ahead", age: null },
  { name: "a price of zero is no price", feeds: feed({ value: 0n }), code: "feed-invalid", age: null },
  { name: "a price below zero is no price", feeds: feed({ value: -5n }), code: "feed-invalid", age: null },
];

describe("staleOracle", () => {
  test.each(cases)("$name", ({ feeds, code, age }) => {
    const isFresh = code === "feed-fresh";
    expect(findingWith(staleOracle, { context: withSnapshot({ feeds }), code })).toMatchObject({
      subject: { kind: "feed", id: "stETH/ETH" },
      level: isFresh ? "ok" : "unknown",
      measured: age === null ? null : { unit: "seconds", value: age },
      effect: isFresh ? { kind: "none" } : { kind: "freeze-entries", positions: "all" },
    });
  });

  test("only the feeds that the policy names are judged, each once", () => {
    const other = { ...(feed({})[0] as FeedReading), feed: "ETH/USD", updatedAt: 0n as UnixSeconds };
    const context = withSnapshot({ feeds: [...feed({}), other] });
    const twice = { feeds: ["stETH/ETH", "stETH/ETH"], grace: GRACE as Seconds };
    const { guards } = context.policy;
    const found = staleOracle.evaluate({
      ...context,
      policy: { ...context.policy, guards: { ...guards, staleOracle: twice } },
    });
    expect(found.map((each) => each.code)).toEqual(["feed-fresh"]);
  });

  test("without feeds in the policy nothing is said", () => {
    const context = contextOf(CALM);
    const { guards } = context.policy;
    const none = { feeds: [], grace: GRACE as Seconds };
    expect(
      staleOracle.evaluate({
        ...context,
        policy: { ...context.policy, guards: { ...guards, staleOracle: none } },
      }),
    ).toEqual([]);
  });
});
