import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FunctionSize, functionsOf } from "./functionsOf.ts";
import { isSource, isTest, sourceFiles } from "./sourceFiles.ts";

/** The figures that no package may pass. Lines are lines of the file; a test's are weighed against the source's. */
export const LIMITS = {
  file: { median: 80, p90: 200, stop: 400 },
  function: { median: 12, p90: 40, stop: 70 },
} as const;

export type Spread = {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
};

export type Measured = {
  readonly folder: string;
  readonly files: Spread;
  readonly functions: Spread;
  readonly sourceLines: number;
  readonly testLines: number;
  /** Files and functions past the hard stop, tests included. */
  readonly pastStop: readonly string[];
};

/** Signatures and addresses of contracts: data, as long as the contract is. */
const isData = (path: string) => /(^|\/)(abis?|bytecode)(\/|\.ts$)/.test(path) || /\.abi\.ts$/.test(path);

/** The least value that at least `share` percent of `values` do not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? 0;
}

function spread(values: readonly number[]): Spread {
  return {
    count: values.length,
    median: quantile(values, 50),
    p90: quantile(values, 90),
    max: quantile(values, 100),
  };
}

/** Measures a folder of the checkout. What is in `src` and no test is source; a folder without `src` is source as a whole. */
export function measure(root: string, folder: string): Measured {
  const files = sourceFiles(root, folder).filter((path) => !isData(path));
  const source = files.filter((path) =>
    folder.includes("/") ? isSource(path) : !isTest(path.slice(folder.length)),
  );
  const lines = new Map(
    files.map((path) => [path, readFileSync(join(root, path), "utf8").trimEnd().split("\n").length]),
  );
  const functions = new Map(files.map((path) => [path, functionsOf(join(root, path))]));
  const total = (paths: readonly string[]) => paths.reduce((sum, path) => sum + (lines.get(path) ?? 0), 0);
  return {
    folder,
    files: spread(source.map((path) => lines.get(path) ?? 0)),
    functions: spread(source.flatMap((path) => (functions.get(path) ?? []).map((size) => size.lines))),
    sourceLines: total(source),
    testLines: total(files.filter((path) => isTest(path.slice(folder.length)))),
    pastStop: files.flatMap((path) =>
      pastStop({ path, lines: lines.get(path) ?? 0, functions: functions.get(path) ?? [] }),
    ),
  };
}

function pastStop({
  path,
  lines,
  functions,
}: {
  path: string;
  lines: number;
  functions: readonly FunctionSize[];
}): string[] {
  const long = functions.filter((size) => size.lines > LIMITS.function.stop);
  return [
    ...(lines > LIMITS.file.stop ? [`${path} has ${lines} lines; the stop is ${LIMITS.file.stop}`] : []),
    ...long.map(
      (size) =>
        `${path}:${size.line} ${size.name} has ${size.lines} lines; the stop is ${LIMITS.function.stop}`,
    ),
  ];
}

/** The measured figures as a table for people. */
export function budgetTable(all: readonly Measured[]): string {
  const head = [
    "folder",
    "files",
    "median",
    "p90",
    "max",
    "functions",
    "median",
    "p90",
    "max",
    "source",
    "tests",
    "tests/source",
  ];
  const rows = all.map(({ folder, files, functions, sourceLines, testLines }) => [
    folder,
    ...[files, functions].flatMap(({ count, median, p90, max }) => [count, median, p90, max]),
    sourceLines,
    testLines,
    sourceLines === 0 ? "-" : (testLines / sourceLines).toFixed(2),
  ]);
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  return cells.map(line).join("\n");
}
