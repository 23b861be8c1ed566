import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Seconds, UnixSeconds } from "../../units/brands.ts";
import type { Tape } from "../tape/tape.ts";
import { countSteps, stepsOf } from "./steps.ts";

const tape = (times: readonly bigint[]): Tape => ({
  rows: times.map((time) => ({
    time: time as UnixSeconds,
    series: "note",
    fact: { kind: "note", text: `${time}` },
  })),
});
const told = (times: readonly bigint[], every: bigint | null) =>
  [...stepsOf(tape(times), every as Seconds | null)].map(({ time, rows }) => [
    time,
    rows.map((row) => row.time),
  ]);

describe("the blocks of a run", () => {
  test("are the times of the tape", () => {
    expect(told([10n, 10n, 40n], null)).toEqual([
      [10n, [10n, 10n]],
      [40n, [40n]],
    ]);
  });

  test("at a pace of their own know what was said by then, and go on to the last row", () => {
    expect(told([0n, 5n, 25n], 10n)).toEqual([
      [0n, [0n]],
      [10n, [5n]],
      [20n, []],
      [30n, [25n]],
    ]);
  });

  test("never give a row before its time, give each once, and are as many as was said", () => {
    const times = fc.array(fc.bigInt({ min: 0n, max: 1_000n }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(times, fc.option(fc.bigInt({ min: 1n, max: 300n })), (any, every) => {
        const sorted = any.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        const steps = [...stepsOf(tape(sorted), every as Seconds | null)];
        expect(steps.flatMap(({ rows }) => rows.map(({ time }) => time))).toEqual(sorted);
        expect(steps.every(({ time, rows }) => rows.every((row) => row.time <= time))).toBe(true);
        expect(countSteps(tape(sorted), every as Seconds | null)).toBe(steps.length);
      }),
    );
  });
});
