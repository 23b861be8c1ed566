import { formatExact } from "../units/formatExact.ts";
import type { Column, LinearProblem, Term } from "./linearProblem.ts";

/** Amounts are written in millionths of the account: a solver's absolute tolerance of a ten-millionth of one is then far below any limit of the rules. */
const SHARE_DECIMALS = 12n;
const RATIO_DECIMALS = 18n;

type Kinds = ReadonlyMap<string, Column["kind"]>;

function termText({ column, times }: Term, kinds: Kinds): string {
  const decimals = kinds.get(column) === "choice" ? SHARE_DECIMALS : RATIO_DECIMALS;
  const size = times < 0n ? -times : times;
  return `${times < 0n ? "-" : "+"} ${formatExact(size, decimals)} ${column}`;
}

/** One term a line: the format bounds how long a line may be. */
function sumText(terms: readonly Term[], kinds: Kinds): string {
  const texts = terms.filter(({ times }) => times !== 0n).map((term) => termText(term, kinds));
  return texts.join("\n  ");
}

function isChoice({ kind }: Column): boolean {
  return kind === "choice";
}

/** A problem in the LP format that most solvers read, every number a decimal of its integer: nothing is rounded here. */
export function lpText({ columns, rows, objective }: LinearProblem): string {
  const kinds: Kinds = new Map(columns.map(({ name, kind }) => [name, kind]));
  const rowTexts = rows.map(
    ({ terms, atMost }, index) =>
      ` r${index}: ${sumText(terms, kinds)} <= ${formatExact(atMost, SHARE_DECIMALS)}`,
  );
  const bounds = columns
    .filter((column) => !isChoice(column))
    .map(({ name, most }) => ` 0 <= ${name} <= ${formatExact(most, SHARE_DECIMALS)}`);
  return [
    "Maximize",
    ` gain: ${sumText(objective, kinds)}`,
    "Subject To",
    ...rowTexts.filter((text) => !text.includes(":  <=")),
    "Bounds",
    ...bounds,
    "Binary",
    ...columns.filter(isChoice).map(({ name }) => ` ${name}`),
    "End",
    "",
  ].join("\n");
}
