import { describe, expect, test } from "vitest";
import { findingSentence } from "../../explain/findingSentence.ts";
import { withFigures } from "../../testing/figures.ts";
import { findingWith, withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf, eth } from "../../testing/world.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { exitQueue } from "./exitQueue.ts";

type Before = Record<string, bigint>;

/** Lido's queue, with limits of 1,000 ether in all and 100 of growth. */
function queue(now: bigint, before: Before | undefined, response: GuardResponse = "notify"): RuleContext {
  const { guards } = contextOf(CALM).policy;
  const policy = { guards: { ...guards, exitQueue: { limit: eth("1000"), growth: eth("100"), response } } };
  const figure = { venue: "lido", figure: "exit-queue", now, ...(before === undefined ? {} : { before }) };
  return withFigures(contextOf({ ...CALM, policy }), [figure]);
}
const ether = (text: string): bigint => eth(text);

describe("exitQueue", () => {
  const cases: readonly { name: string; context: RuleContext; codes: string[] }[] = [
    {
      name: "a short queue that stands is fine",
      context: queue(ether("500"), { 24: ether("500") }),
      codes: ["queue-short"],
    },
    {
      name: "exactly the limit is fine",
      context: queue(ether("1000"), { 1: ether("1000") }),
      codes: ["queue-short"],
    },
    {
      name: "one wei more is too long",
      context: queue(ether("1000") + 1n, { 1: ether("1000") }),
      codes: ["queue-long"],
    },
    {
      name: "growth of its limit is fine",
      context: queue(ether("600"), { 1: ether("500") }),
      codes: ["queue-short"],
    },
    {
      name: "one wei more grows too fast",
      context: queue(ether("600") + 1n, { 1: ether("500") }),
      codes: ["queue-short", "queue-growing"],
    },
    {
      name: "growth counts from the shortest of the window",
      context: queue(ether("600") + 1n, { 24: ether("700"), 9: ether("500"), 1: ether("590") }),
      codes: ["queue-short", "queue-growing"],
    },
    {
      name: "growth from before the window is no news",
      context: queue(ether("600") + 1n, { 30: ether("10"), 25: ether("600") }),
      codes: ["queue-short"],
    },
    {
      name: "a queue that shrinks is fine",
      context: queue(ether("10"), { 1: ether("900") }),
      codes: ["queue-short"],
    },
    {
      name: "long and growing are both told",
      context: queue(ether("2000"), { 1: ether("900") }),
      codes: ["queue-long", "queue-growing"],
    },
    {
      name: "without history its length is judged all the same",
      context: queue(ether("2000"), undefined),
      codes: ["queue-long", "no-history-yet"],
    },
  ];
  test.each(cases)("$name", ({ context, codes }) => {
    expect(exitQueue.evaluate(context).map((each) => each.code)).toEqual(codes);
  });

  test("length and growth are told in base units", () => {
    const context = queue(ether("1200"), { 1: ether("900") });
    expect(findingWith(exitQueue, { context, code: "queue-long" })).toMatchObject({
      measured: { unit: "base", value: eth("1200") },
      limit: { unit: "base", value: eth("1000") },
    });
    const growing = findingWith(exitQueue, { context, code: "queue-growing" });
    expect(findingSentence(growing).replaceAll("\u00a0", " ")).toBe(
      "What waits to leave lido grew by 300.0000 ETH within the window, at most 100.0000 ETH.",
    );
  });

  test.each([
    { response: "notify", effects: ["none"] },
    { response: "freeze-entries", effects: ["freeze-entries"] },
    { response: "exit", effects: ["freeze-entries", "reduce-to"] },
  ] as const)("the answer is the policy's: $response", ({ response, effects }) => {
    const found = exitQueue.evaluate(queue(ether("1001"), { 1: ether("1001") }, response));
    expect(found.map((each) => each.effect.kind)).toEqual(effects);
  });

  test("one that could not be read is unknown and freezes entries", () => {
    const missing = [{ subject: "figure:lido:exit-queue", code: "rpc", retry: true, detail: "" }] as const;
    expect(exitQueue.evaluate(withSnapshot({ missing }))).toMatchObject([
      { code: "figure-unknown", level: "unknown", effect: { kind: "freeze-entries" } },
    ]);
  });
});
