import { describe, expect, test } from "vitest";
import { CALM, contextOf, eth } from "../../testing/world.ts";
import type { PositionId } from "../../units/brands.ts";
import { answerOf, answerSights, freezing, type Sight } from "./answer.ts";

const WEETH = "etherfi:weETH" as PositionId;
const WSTETH = "lido:wstETH" as PositionId;
const context = contextOf(CALM);

const sight = (id: string, changes: Partial<Sight> = {}): Sight => ({
  level: "tripped",
  positions: [WSTETH],
  finding: {
    code: "seen",
    subject: { kind: "figure", id },
    measured: { unit: "count", value: 1n },
    limit: null,
    evidence: [{ kind: "header", field: id }],
  },
  ...changes,
});
const answer = (response: "notify" | "freeze-entries" | "exit", sights: readonly Sight[]) =>
  answerSights(context, { rule: "guard", response, sights }).map(({ code, level, effect }) => [
    code,
    level,
    effect,
  ]);
const frozen = { kind: "freeze-entries", positions: [WSTETH] };
const left = (position: PositionId) => ({ kind: "reduce-to", position, target: 0n, urgent: true });

describe("freezing", () => {
  test("no positions are no freeze", () => {
    expect(freezing([])).toEqual({ kind: "none" });
    expect(freezing([WSTETH])).toEqual(frozen);
  });
});

describe("answerOf", () => {
  test.each([
    ["notify", "10", "warning", { kind: "none" }],
    ["freeze-entries", "10", "warning", frozen],
    ["exit", "10", "critical", left(WSTETH)],
    ["exit", "0", "warning", frozen],
  ] as const)("%s with %s held is a %s", (response, value, level, effect) => {
    expect(answerOf(response, { position: WSTETH, value: eth(value) })).toEqual({ level, effect });
  });
});

describe("answerSights", () => {
  test("what did not trip is told as it is, whatever the response", () => {
    const sights = [sight("a", { level: "ok" }), sight("b", { level: "notice" })];
    expect(answer("exit", sights)).toEqual([
      ["seen", "ok", { kind: "none" }],
      ["seen", "notice", { kind: "none" }],
    ]);
  });

  test("notify warns, freeze-entries freezes what it reaches", () => {
    expect(answer("notify", [sight("a")])).toEqual([["seen", "warning", { kind: "none" }]]);
    expect(answer("freeze-entries", [sight("a")])).toEqual([["seen", "warning", frozen]]);
  });

  test("exit leaves each held position once, with the evidence of all that reaches it", () => {
    const sights = [sight("a"), sight("b", { positions: [WEETH, WSTETH] })];
    expect(answer("exit", sights)).toEqual([
      ["seen", "critical", frozen],
      ["seen", "critical", { kind: "freeze-entries", positions: [WEETH, WSTETH] }],
      ["exit-asked", "critical", left(WEETH)],
      ["exit-asked", "critical", left(WSTETH)],
    ]);
    const asked = answerSights(context, { rule: "guard", response: "exit", sights }).at(-1);
    expect(asked).toMatchObject({ measured: { unit: "base", value: eth("500") } });
    expect(asked?.evidence.slice(1)).toEqual([
      { kind: "header", field: "a" },
      { kind: "header", field: "b" },
    ]);
  });

  test("exit of nothing held is a freeze", () => {
    const positions = ["renzo:ezETH" as PositionId];
    expect(answer("exit", [sight("a", { positions })])).toEqual([
      ["seen", "warning", { kind: "freeze-entries", positions }],
    ]);
  });
});
