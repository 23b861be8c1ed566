import type { TapeIssue, TapeLine } from "./tape.ts";

/** A line with its number in the file, from 1. */
export type NumberedLine = TapeLine & { readonly line: number };

type ReadLine =
  | { readonly ok: true; readonly value: TapeLine }
  | { readonly ok: false; readonly limit: string };

const HEADER = "time,series,value";

/** Time and series hold no comma, so everything after the second one is the value; quotes around it may be left out. */
function fromCsv(text: string): ReadLine {
  const [time = "", series = "", ...rest] = text.split(",");
  if (rest.length === 0) return { ok: false, limit: "three columns: time,series,value" };
  const joined = rest.join(",").trim();
  const isQuoted = joined.length > 1 && joined.startsWith('"') && joined.endsWith('"');
  const value = isQuoted ? joined.slice(1, -1).replaceAll('""', '"') : joined;
  return { ok: true, value: { time: time.trim(), series: series.trim(), value } };
}

function fromJson(text: string): ReadLine {
  const limit =
    'an object such as {"time":"2024-04-24","series":"rate:weETH","value":"1.0352"}, all three as text';
  try {
    const { time, series, value } = (JSON.parse(text) ?? {}) as Partial<Record<keyof TapeLine, unknown>>;
    const isText = typeof time === "string" && typeof series === "string" && typeof value === "string";
    return isText ? { ok: true, value: { time, series, value } } : { ok: false, limit };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, limit };
  }
}

/** The lines of a tape file: CSV below the header `time,series,value`, else NDJSON. Blank lines and lines from `#` on are passed over. */
export function readLines(text: string): {
  readonly lines: readonly NumberedLine[];
  readonly issues: readonly TapeIssue[];
} {
  const all = text.split(/\r?\n/).map((content, index) => ({ content: content.trim(), line: index + 1 }));
  const told = all.filter(({ content }) => content !== "" && !content.startsWith("#"));
  const isCsv = told[0]?.content === HEADER;
  // Files put one after the other have the header again.
  const rows = isCsv ? told.filter(({ content }) => content !== HEADER) : told;
  const lines: NumberedLine[] = [];
  const issues: TapeIssue[] = [];
  for (const { content, line } of rows) {
    const read = isCsv ? fromCsv(content) : fromJson(content);
    if (read.ok) lines.push({ ...read.value, line });
    else issues.push({ line, series: "", value: content.slice(0, 90), limit: read.limit });
  }
  return { lines, issues };
}
