import { describe, expect, test } from "vitest";
import { findingSentence } from "../../explain/findingSentence.ts";
import type { Flag } from "../../snapshot/types.ts";
import { type StatedFigure, withFigures } from "../../testing/figures.ts";
import { codes, findingWith, withSnapshot } from "../../testing/judge.ts";
import { OPERATOR_A, queueOf, restakedAt, restakingWith } from "../../testing/restaking.ts";
import { CALM, contextOf, eth, NOW } from "../../testing/world.ts";
import type { VenueId } from "../../units/brands.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { venuePaused } from "./venuePaused.ts";

function flag(stops: Flag["stops"], code = "paused", venue = "lido"): Flag {
  return { venue: venue as VenueId, code, stops, source: { kind: "header", field: code } };
}

const paused = (figure: string, now: bigint): StatedFigure => ({ venue: "lido", figure, now });
const said = (context: RuleContext) => venuePaused.evaluate(context).map((each) => each.code);

describe("venuePaused, of what a venue says", () => {
  test("without statements nothing is said", () => {
    expect(venuePaused.evaluate(withSnapshot({}))).toEqual([]);
  });

  test("a stop of entries freezes the venue's positions", () => {
    const context = withSnapshot({ flags: [flag("entries")] });
    expect(findingWith(venuePaused, { context, code: "entries-stopped" })).toMatchObject({
      level: "warning",
      subject: { kind: "venue", id: "lido" },
      effect: { kind: "freeze-entries", positions: ["lido:wstETH"] },
    });
  });

  test("a stop of exits keeps rebalances from leaving", () => {
    const context = withSnapshot({ flags: [flag("exits")] });
    expect(findingWith(venuePaused, { context, code: "exits-stopped" }).effect).toEqual({
      kind: "freeze-exits",
      positions: ["lido:wstETH"],
    });
  });

  test("a full stop is two findings, and says what remains", () => {
    expect(said(withSnapshot({ flags: [flag("both")] }))).toEqual([
      "entries-stopped",
      "exits-stopped",
      "market-remains",
    ]);
  });

  test("a statement that stops nothing is only told", () => {
    expect(codes(venuePaused, withSnapshot({ flags: [flag("none", "fee-change")] }))).toEqual({
      "venue:lido": "venue-says",
    });
  });

  test("two statements that stop the same are one finding with both as evidence", () => {
    const context = withSnapshot({ flags: [flag("entries", "paused"), flag("both", "capped")] });
    const found = findingWith(venuePaused, { context, code: "entries-stopped" });
    expect(found.evidence).toEqual([
      { kind: "header", field: "capped" },
      { kind: "header", field: "paused" },
    ]);
  });
});

describe("venuePaused, of what remains", () => {
  const restaking = (value: string, stoppedBy: readonly string[]): RuleContext => {
    const delegation = { operator: OPERATOR_A, value };
    const context = restakingWith([delegation]);
    return { ...context, snapshot: { ...context.snapshot, exits: [queueOf(delegation, stoppedBy)] } };
  };
  const KEY = `position:${restakedAt(OPERATOR_A)}`;

  const cases: readonly { name: string; context: RuleContext; key: string; code: string | undefined }[] = [
    { name: "an open queue needs no word", context: restaking("50", []), key: KEY, code: undefined },
    {
      name: "a stopped queue of what nobody trades leaves only waiting",
      context: restaking("50", ["paused"]),
      key: KEY,
      code: "nothing-remains",
    },
    {
      name: "of nothing held nothing remains to be said",
      context: restaking("0", ["paused"]),
      key: KEY,
      code: undefined,
    },
    {
      name: "a stop of the venue leaves the market",
      context: withSnapshot({ flags: [flag("exits")] }),
      key: "position:lido:wstETH",
      code: "market-remains",
    },
    {
      name: "a stop of the venue and no market leaves only waiting",
      context: withSnapshot({ flags: [flag("exits")], curves: [] }),
      key: "position:lido:wstETH",
      code: "nothing-remains",
    },
    {
      name: "another venue's stop is none of it",
      context: withSnapshot({ flags: [flag("exits", "paused", "etherfi")] }),
      key: "position:lido:wstETH",
      code: undefined,
    },
  ];
  test.each(cases)("$name", ({ context, key, code }) => {
    expect(codes(venuePaused, context)[key]).toBe(code);
  });

  test("one of two ways that is open is a way out", () => {
    const delegation = { operator: OPERATOR_A, value: "50" };
    const context = restakingWith([delegation]);
    const exits = [{ ...queueOf(delegation), way: "instant" as const }, queueOf(delegation, ["paused"])];
    expect(venuePaused.evaluate({ ...context, snapshot: { ...context.snapshot, exits } })).toEqual([]);
  });

  test("it is critical, says how much is kept, and proposes nothing", () => {
    const found = findingWith(venuePaused, { context: restaking("50", ["paused"]), code: "nothing-remains" });
    expect(found).toMatchObject({
      level: "critical",
      measured: { unit: "base", value: eth("50") },
      effect: { kind: "none" },
    });
    expect(findingSentence(found).replaceAll("\u00a0", " ")).toMatch(
      /^50\.0000 ETH of stETH@0xA1A1\w+ cannot leave now, and no market takes it\. What remains is to wait/,
    );
  });
});

describe("venuePaused, of paused contracts", () => {
  const cases: readonly { name: string; figure: StatedFigure; code: string }[] = [
    { name: "a bitmap of zero pauses nothing", figure: paused("pause:stETH", 0n), code: "nothing-paused" },
    { name: "any bit is a pause", figure: paused("pause:stETH", 4n), code: "paused" },
    {
      name: "an end in the past pauses nothing",
      figure: paused("paused-until:stETH", NOW - 1n),
      code: "nothing-paused",
    },
    {
      name: "an end of never pauses nothing",
      figure: paused("paused-until:stETH", 0n),
      code: "nothing-paused",
    },
    {
      name: "an end this very second still pauses",
      figure: paused("paused-until:stETH", NOW),
      code: "paused-until",
    },
    {
      name: "an end to come pauses until then",
      figure: paused("paused-until:stETH", NOW + 3_600n),
      code: "paused-until",
    },
    {
      name: "a pause for ever has no end",
      figure: paused("paused-until:stETH", 2n ** 256n - 1n),
      code: "paused",
    },
  ];
  test.each(cases)("$name", ({ figure, code }) => {
    expect(said(withFigures(contextOf(CALM), [figure]))).toEqual([code]);
  });

  test("how long it still lasts is told, of which contract", () => {
    const context = withFigures(contextOf(CALM), [paused("paused-until:weETH", NOW + 28_800n)]);
    const found = findingWith(venuePaused, { context, code: "paused-until" });
    expect(found.measured).toEqual({ unit: "seconds", value: 28_800n });
    expect(findingSentence(found).replaceAll("\u00a0", " ")).toBe("weETH at lido is paused for another 8 h.");
  });

  const answered = (response: GuardResponse) => {
    const { guards } = contextOf(CALM).policy;
    const policy = { guards: { ...guards, venuePaused: { response } } };
    return withFigures(contextOf({ ...CALM, policy }), [paused("pause:stETH", 1n)]);
  };
  test.each([
    { response: "notify", effects: [{ kind: "none" }] },
    { response: "freeze-entries", effects: [{ kind: "freeze-entries", positions: ["lido:wstETH"] }] },
    {
      response: "exit",
      effects: [
        { kind: "freeze-entries", positions: ["lido:wstETH"] },
        { kind: "reduce-to", position: "lido:wstETH", target: 0n, urgent: true },
      ],
    },
  ] as const)("the answer is the policy's: $response", ({ response, effects }) => {
    expect(venuePaused.evaluate(answered(response)).map((each) => each.effect)).toEqual(effects);
  });

  test("a venue that the account neither is in nor may be in is passed over", () => {
    const figure = { venue: "renzo", figure: "pause:ezETH", now: 1n };
    expect(venuePaused.evaluate(withFigures(contextOf(CALM), [figure]))).toEqual([]);
  });

  test("a pause that could not be read is unknown and freezes entries", () => {
    const unread = (subject: string) => ({ subject, code: "rpc", retry: true, detail: "" }) as const;
    const context = withSnapshot({
      missing: [
        unread("figure:lido:pause:stETH"),
        unread("figure:lido:tvl"),
        unread("figure:renzo:pause:ezETH"),
        unread("venue:etherfi"),
      ],
    });
    expect(venuePaused.evaluate(context)).toMatchObject([
      {
        code: "figure-unknown",
        level: "unknown",
        subject: { kind: "figure", id: "lido:pause:stETH" },
        effect: { kind: "freeze-entries", positions: ["lido:wstETH"] },
      },
    ]);
  });
});
