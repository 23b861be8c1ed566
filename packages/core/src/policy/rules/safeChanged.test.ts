import { describe, expect, test } from "vitest";
import { findingSentence } from "../../explain/findingSentence.ts";
import { safeFigures } from "../../snapshot/safeFigures.ts";
import { seriesFrom, withSeries } from "../../testing/figures.ts";
import { findingWith, withSnapshot } from "../../testing/judge.ts";
import { CALM, contextOf, policyOf } from "../../testing/world.ts";
import type { RuleContext } from "../rule.ts";
import { safeChanged } from "./safeChanged.ts";

const calm = contextOf(CALM);
const figures = calm.snapshot.safe === null ? [] : safeFigures(calm.snapshot.safe);

/** Stored as the Safe is now, but for some parts; an hour ago and a day ago. */
function storedWith(
  other: Readonly<Record<string, bigint>>,
  {
    hours = [24, 1],
    response = "notify",
  }: { hours?: readonly number[]; response?: "notify" | "freeze-entries" } = {},
): RuleContext {
  const guards = { ...policyOf(CALM.stakes).guards, safeChanged: { response } };
  const series = figures.map(({ field, value }) =>
    seriesFrom(`safe:${field}`, Object.fromEntries(hours.map((hour) => [hour, other[field] ?? value]))),
  );
  return withSeries(contextOf({ ...CALM, policy: { guards } }), series);
}

const codesOf = (context: RuleContext) =>
  safeChanged.evaluate(context).map(({ code, level }) => `${code} ${level}`);

describe("safeChanged", () => {
  test.each([
    { name: "nothing changed", context: storedWith({}), codes: ["unchanged ok"] },
    ...["owners", "threshold", "modules", "guard", "fallback-handler", "singleton"].map((field) => ({
      name: `the ${field} changed`,
      context: storedWith({ [field]: 1n }),
      codes: [`${field}-changed warning`, "unchanged ok"],
    })),
    {
      name: "several at once",
      context: storedWith({ owners: 5n, threshold: 1n }),
      codes: ["owners-changed warning", "threshold-changed warning", "unchanged ok"],
    },
    {
      name: "without a newer sample the newest from before the window is compared with",
      context: storedWith({ threshold: 1n }, { hours: [30] }),
      codes: ["threshold-changed warning", "unchanged ok"],
    },
    { name: "nothing stored shows no change yet", context: calm, codes: ["no-history-yet notice"] },
  ])("$name", ({ context, codes }) => {
    expect(codesOf(context)).toEqual(codes);
  });

  test("a change back counts while it is in the window", () => {
    const context = withSeries(storedWith({}), [seriesFrom("safe:threshold", { 24: 2n, 5: 1n, 1: 2n })]);
    expect(codesOf(context)[0]).toBe("threshold-changed warning");
  });

  test("what it was and what it is, and what follows", () => {
    const context = storedWith({ threshold: 3n, guard: 7n }, { response: "freeze-entries" });
    const found = findingWith(safeChanged, { context, code: "threshold-changed" });
    expect(found).toMatchObject({
      subject: { kind: "account" },
      measured: { unit: "count", value: 2n },
      limit: { unit: "count", value: 3n },
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH", "lido:wstETH"] },
    });
    expect(findingSentence(found)).toBe("The Safe's threshold is now 2; it was 3. Entries are frozen.");
    expect(findingWith(safeChanged, { context, code: "guard-changed" }).limit).toEqual({
      unit: "address",
      value: 7n,
    });
  });

  test("a policy that says nothing of it only tells", () => {
    const context = withSeries(calm, [seriesFrom("safe:owners", { 1: 4n })]);
    expect(findingWith(safeChanged, { context, code: "owners-changed" })).toMatchObject({
      measured: { unit: "count", value: 1n },
      effect: { kind: "none" },
    });
  });

  test("a Safe that was not read is unknown", () => {
    expect(safeChanged.evaluate(withSnapshot({ safe: null }))).toMatchObject([
      { code: "safe-unknown", level: "unknown", effect: { kind: "freeze-entries", positions: "all" } },
    ]);
  });
});
