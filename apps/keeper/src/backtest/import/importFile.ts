import { parseTape, writeTape } from "@ballast/core";
import { UsageError } from "../../commands/usageError.ts";
import { InputRefusedError } from "../inputRefusedError.ts";
import { readInput } from "../readInput.ts";
import { readTable } from "./readTable.ts";
import { type ImportFlags, shapeOf, shapes } from "./shapes.ts";

type Wanted = {
  readonly file: string;
  readonly asset: string | null;
  readonly pool: string | null;
  /** A file with the columns date and eth_usd. */
  readonly prices: string | null;
};

const FLAGS: Readonly<Record<keyof ImportFlags, string>> = {
  asset: "--asset <asset>",
  pool: "--pool <id>",
  dollars: "--prices <file>",
};

async function dollarsIn(file: string): Promise<ReadonlyMap<string, number>> {
  const { columns, rows } = readTable(await readInput(file));
  if (!columns.includes("date") || !columns.includes("eth_usd"))
    throw new UsageError(`--prices: ${file} has no columns date and eth_usd.`);
  const known = rows.map(({ cells }) => [cells.date ?? "", Number(cells.eth_usd)] as const);
  return new Map(known.filter(([, price]) => price > 0));
}

/**
 * A published file as a tape, and which shape it was taken for.
 * @throws {UsageError} for an unknown shape or a missing flag @throws {InputRefusedError} when a value of it cannot be in a tape
 */
export async function importFile(wanted: Wanted): Promise<{ readonly csv: string; readonly told: string }> {
  const { file, asset, pool, prices } = wanted;
  const table = readTable(await readInput(file));
  const shape = shapeOf(table);
  if (shape === undefined) {
    const known = shapes.map(({ name, columns }) => `${name} (${columns.join(",")})`).join("; ");
    throw new UsageError(`${file}: columns ${table.columns.join(",")} are not known. Known are: ${known}.`);
  }
  const dollars = prices === null ? null : await dollarsIn(prices);
  const flags: ImportFlags = { asset, pool, dollars };
  const lacking = shape.needs.find((need) => flags[need] === null);
  if (lacking !== undefined) throw new UsageError(`${file}: ${shape.name} needs ${FLAGS[lacking]}.`);
  const lines = shape.linesOf(table, flags);
  const csv = writeTape(lines);
  const parsed = parseTape(csv);
  if (parsed.ok) return { csv, told: `${shape.name}, ${lines.length} rows; ${shape.gives}` };
  const problems = parsed.issues.map(
    ({ series, value, limit }) => `${series} ${JSON.stringify(value)}: ${limit}`,
  );
  throw new InputRefusedError({ file, problems });
}
