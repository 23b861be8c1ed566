import type { Snapshot } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { sourcesOf } from "./sourcesOf.ts";

const head = (state: string, number: bigint | null = 8123n) => ({
  source: "rpc-1",
  state,
  number,
  hash: null,
  detail: "timed out",
});
const feed = (age: bigint) => ({ feed: "ETH/USD", updatedAt: 10_000n - age, heartbeat: 3600n });

const rows = (part: Partial<Record<"heads" | "feeds" | "missing", readonly unknown[]>>) =>
  sourcesOf({
    heads: [],
    feeds: [],
    missing: [],
    block: { timestamp: 10_000n },
    ...part,
  } as unknown as Snapshot);

describe("sources", () => {
  test.each([
    ["a source that agrees is OK", { heads: [head("agrees")] }, "rpc-1: head 8,123, OK"],
    ["one that lags says so", { heads: [head("lags")] }, "rpc-1: head 8,123, Lags"],
    ["one that disagrees is critical", { heads: [head("disagrees")] }, "rpc-1: head 8,123, Disagrees"],
    [
      "a silent one has no data, never a zero",
      { heads: [head("silent", null)] },
      "rpc-1: timed out, No data",
    ],
    ["a feed within its heartbeat is OK", { feeds: [feed(3600n)] }, "ETH/USD feed: 1\u00a0h of 1\u00a0h, OK"],
    ["a feed past it is stale", { feeds: [feed(3601n)] }, "ETH/USD feed: 1\u00a0h of 1\u00a0h, Stale"],
    [
      "what is missing is listed",
      { missing: [{ subject: "rate:weETH", code: "revert", detail: "" }] },
      "rate:weETH: revert, No data",
    ],
  ])("%s", (_name, part, line) => {
    expect(rows(part).map(({ name, said, word }) => `${name}: ${said}, ${word}`)).toEqual([line]);
  });
});
