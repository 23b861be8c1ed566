import { describe, expect, test } from "vitest";
import type { Dispute, HeadReading } from "../../snapshot/types.ts";
import { codes, findingWith, withSnapshot } from "../../testing/judge.ts";
import { BLOCK } from "../../testing/world.ts";
import type { SourceId } from "../../units/brands.ts";
import { sourceSilent } from "./sourceSilent.ts";

function heads(...states: readonly HeadReading["state"][]): HeadReading[] {
  return states.map((state, index) => ({
    source: `rpc-${index + 1}` as SourceId,
    state,
    number: state === "silent" ? null : BLOCK.number,
    hash: null,
    detail: "",
  }));
}

const cases: readonly {
  name: string;
  heads: readonly HeadReading[];
  expected: Record<string, string>;
  halts: boolean;
}[] = [
  {
    name: "a quorum that agrees is enough",
    heads: heads("agrees", "agrees"),
    expected: { account: "quorum-met", "source:rpc-1": "source-agrees", "source:rpc-2": "source-agrees" },
    halts: false,
  },
  {
    name: "one that lags is a warning while a quorum agrees",
    heads: heads("agrees", "agrees", "lags"),
    expected: {
      account: "quorum-met",
      "source:rpc-1": "source-agrees",
      "source:rpc-2": "source-agrees",
      "source:rpc-3": "source-lags",
    },
    halts: false,
  },
  {
    name: "one that lags below the quorum halts",
    heads: heads("agrees", "lags"),
    expected: { account: "below-quorum", "source:rpc-1": "source-agrees", "source:rpc-2": "source-lags" },
    halts: true,
  },
  {
    name: "one that is gone below the quorum halts",
    heads: heads("agrees", "silent"),
    expected: { account: "below-quorum", "source:rpc-1": "source-agrees", "source:rpc-2": "source-gone" },
    halts: true,
  },
  {
    name: "one that disagrees halts, however many agree",
    heads: heads("agrees", "agrees", "agrees", "disagrees"),
    expected: {
      account: "quorum-met",
      "source:rpc-1": "source-agrees",
      "source:rpc-2": "source-agrees",
      "source:rpc-3": "source-agrees",
      "source:rpc-4": "source-disagrees",
    },
    halts: true,
  },
  { name: "no source at all halts", heads: [], expected: { account: "below-quorum" }, halts: true },
];

describe("sourceSilent", () => {
  test.each(cases)("$name", ({ heads: seen, expected, halts }) => {
    const context = withSnapshot({ heads: seen });
    expect(codes(sourceSilent, context)).toEqual(expected);
    expect(sourceSilent.evaluate(context).some((found) => found.effect.kind === "halt")).toBe(halts);
  });

  test("a disputed reading halts", () => {
    const disputes: Dispute[] = [
      {
        subject: "position:lido:wstETH",
        values: [
          { source: "rpc-1" as SourceId, value: "0" },
          { source: "rpc-2" as SourceId, value: "5" },
        ],
      },
    ];
    expect(
      findingWith(sourceSilent, { context: withSnapshot({ disputes }), code: "reading-disputed" }),
    ).toMatchObject({
      level: "critical",
      subject: { kind: "source", id: "position:lido:wstETH" },
      effect: { kind: "halt" },
    });
  });

  test("too few sources is unknown, not merely bad: nobody can say what the chain is", () => {
    const context = withSnapshot({ heads: heads("agrees") });
    expect(findingWith(sourceSilent, { context, code: "below-quorum" })).toMatchObject({
      level: "unknown",
      measured: { unit: "count", value: 1n },
      limit: { unit: "count", value: 2n },
    });
  });
});
