import { describe, expect, it } from "vitest";
import { budgetTable, LIMITS, measure, quantile } from "./budgets.ts";
import { CHECKOUT } from "./checkout.ts";
import { copyOfTree } from "./copyOfTree.ts";
import { HOUSES } from "./houses.ts";

const measured = [...HOUSES.map(({ folder }) => folder), "scripts", "tests"].map((folder) =>
  measure(CHECKOUT, folder),
);
console.log(`\nSizes in lines\n${budgetTable(measured)}\n`);

describe("size budgets", () => {
  it.each(measured)("$folder has no file or function past the hard stop", ({ pastStop }) => {
    expect(pastStop).toEqual([]);
  });

  it.each(measured)("$folder keeps its files short", ({ files }) => {
    expect(files.median, "median").toBeLessThanOrEqual(LIMITS.file.median);
    expect(files.p90, "p90").toBeLessThanOrEqual(LIMITS.file.p90);
  });

  it.each(measured)("$folder keeps its functions short", ({ functions }) => {
    expect(functions.median, "median").toBeLessThanOrEqual(LIMITS.function.median);
    expect(functions.p90, "p90").toBeLessThanOrEqual(LIMITS.function.p90);
  });

  it.each(measured.filter(({ folder }) => /core|adapters|verify/.test(folder)))(
    "$folder has at least as many lines of test as of source",
    ({ sourceLines, testLines }) => {
      expect(testLines).toBeGreaterThanOrEqual(sourceLines);
    },
  );
});

describe("the measure itself", () => {
  it("sees a long file, a long function and a long test, but not a long describe", () => {
    const copy = copyOfTree(CHECKOUT, []);
    const statements = (count: number) => "  void 0;\n".repeat(count);
    copy.plant("packages/x/src/long.ts", `${"// line\n".repeat(400)}export const x = 1;\n`);
    copy.plant(
      "packages/x/src/big.ts",
      `export function big() {\n${statements(69)}}\nexport function fits() {\n${statements(68)}}\n`,
    );
    copy.plant(
      "packages/x/src/big.test.ts",
      `describe("d", () => {\nit("i", () => {\n${statements(69)}});\n});\n`,
    );
    const { pastStop, testLines, files } = measure(copy.root, "packages/x");
    copy.remove();
    expect(pastStop).toEqual([
      "packages/x/src/big.test.ts:2 (anonymous) has 71 lines; the stop is 70",
      "packages/x/src/big.ts:1 big has 71 lines; the stop is 70",
      "packages/x/src/long.ts has 401 lines; the stop is 400",
    ]);
    expect({ testLines, max: files.max }).toEqual({ testLines: 73, max: 401 });
  });

  it.each([
    [[1, 2, 3, 4], 50, 2],
    [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 90, 90],
    [[5], 90, 5],
    [[], 50, 0],
  ])("of %j takes at %i percent %i", (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });
});
