import type { TapeLine } from "./tape.ts";

/** Lines of a tape as CSV, in the order given. Texts with quotes or leading spaces are quoted; line breaks become spaces. */
export function writeTape(lines: readonly TapeLine[]): string {
  const rows = lines.map(({ time, series, value }) => {
    const text = value.replaceAll(/\s*\n\s*/g, " ");
    const isPlain = text === text.trim() && !text.includes('"');
    return `${time},${series},${isPlain ? text : `"${text.replaceAll('"', '""')}"`}`;
  });
  return `${["time,series,value", ...rows].join("\n")}\n`;
}
