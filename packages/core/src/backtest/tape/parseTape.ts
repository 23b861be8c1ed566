import { compareText } from "../../units/compareText.ts";
import { ascending } from "../../units/order.ts";
import { UnitError } from "../../units/unitError.ts";
import { parseTime } from "./parseTime.ts";
import { readFact } from "./readFact.ts";
import { type NumberedLine, readLines } from "./readLines.ts";
import type { Tape, TapeIssue, TapeRow } from "./tape.ts";

export type ParsedTape =
  | { readonly ok: true; readonly tape: Tape }
  | { readonly ok: false; readonly issues: readonly TapeIssue[] };

type Placed = { readonly row: TapeRow; readonly written: NumberedLine };

function issue({ line, series, value }: NumberedLine, limit: string): TapeIssue {
  return { line, series, value, limit };
}

function placed(written: NumberedLine): Placed | TapeIssue {
  try {
    const time = parseTime(written.time);
    const { series, value } = written;
    return { written, row: { time, series, fact: readFact({ series, value, time }) } };
  } catch (error) {
    if (error instanceof UnitError) return issue(written, error.message);
    throw error;
  }
}

/** A series twice at one time says two things of one moment; what was held is said once, at the beginning. */
function disorder(rows: readonly Placed[]): TapeIssue[] {
  const first = rows[0]?.row.time;
  return rows.flatMap(({ row, written }, index) => {
    const previous = rows[index - 1];
    if (previous?.row.time === row.time && previous.row.series === row.series) {
      return [issue(written, `given once at ${written.time}; line ${previous.written.line} has it too`)];
    }
    const isLate = row.fact.kind === "hold" && row.time !== first;
    return isLate ? [issue(written, "at the tape's first time: a tape has no deposits later")] : [];
  });
}

/**
 * Reads a tape from CSV or NDJSON. Every reason to refuse it is told at once, with its line; nothing is guessed, filled in or rounded.
 * Lines may come in any order.
 */
export function parseTape(text: string): ParsedTape {
  const { lines, issues } = readLines(text);
  const read = lines.map(placed);
  const bad = read.flatMap((each) => ("row" in each ? [] : [each]));
  const rows = read
    .filter((each) => "row" in each)
    .toSorted(
      (a, b) =>
        ascending(a.row.time, b.row.time) ||
        compareText(a.row.series, b.row.series) ||
        a.written.line - b.written.line,
    );
  const empty = { line: 0, series: "", value: "no rows", limit: "at least one row below time,series,value" };
  const all = [...issues, ...bad, ...disorder(rows), ...(lines.length + issues.length === 0 ? [empty] : [])];
  if (all.length > 0) return { ok: false, issues: all.toSorted((a, b) => a.line - b.line) };
  return { ok: true, tape: { rows: rows.map(({ row }) => row) } };
}
