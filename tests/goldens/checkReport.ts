import type { GoldenCheck } from "./golden.ts";

/** Checks of several files, and the text that tells them. */
export type CheckReport = {
  add(file: string, check: GoldenCheck): void;
  readonly failed: number;
  /** Counts by kind, each failure, each check out of scope, and the sum as last line. */
  text(): string;
};

type Filed = GoldenCheck & { readonly file: string };
type Counts = { readonly [Outcome in GoldenCheck["outcome"]]: number };

/** An empty report. */
export function checkReport(): CheckReport {
  const checks: Filed[] = [];
  return {
    add: (file, check) => {
      checks.push({ ...check, file });
    },
    get failed() {
      return countsOf(checks).failed;
    },
    text: () => [...table(checks), ...checks.flatMap(details), sum(countsOf(checks)), ""].join("\n"),
  };
}

function countsOf(checks: readonly Filed[]): Counts {
  const count = (outcome: GoldenCheck["outcome"]) =>
    checks.filter((check) => check.outcome === outcome).length;
  return { passed: count("passed"), failed: count("failed"), "out-of-scope": count("out-of-scope") };
}

function table(checks: readonly Filed[]): string[] {
  const kinds = Map.groupBy(checks, ({ kind }) => kind);
  const width = Math.max(4, ...[...kinds.keys()].map((kind) => kind.length));
  const row = (kind: string, cells: readonly (string | number)[]) =>
    [kind.padEnd(width), ...cells.map((cell) => String(cell).padStart(12))].join("  ");
  const rows = [...kinds].map(([kind, of]) => row(kind, Object.values(countsOf(of))));
  return [row("kind", ["passed", "failed", "out of scope"]), ...rows, ""];
}

function details(check: Filed): string[] {
  const title = `${check.file}: ${check.kind}: ${check.name}`;
  if (check.outcome === "failed")
    return [
      `failed        ${title}`,
      `  field       ${check.field}`,
      `  recorded    ${check.recorded}`,
      `  found       ${check.found}`,
      "",
    ];
  return check.outcome === "out-of-scope"
    ? [`out of scope  ${title}`, `  reason      ${check.reason}`, ""]
    : [];
}

const sum = (counts: Counts) =>
  `${counts.passed} passed, ${counts.failed} failed, ${counts["out-of-scope"]} out of scope`;
