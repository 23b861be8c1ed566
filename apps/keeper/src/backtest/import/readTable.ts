/** A CSV with a header, as rows of named cells. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[];
};

/** Cells of one line; a cell in quotes may hold commas. */
function cellsOf(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, inQuotes, plain]) => (inQuotes?.replaceAll('""', '"') ?? plain ?? "").trim());
}

/** Reads a CSV. Blank lines are passed over; a short line has empty cells. */
export function readTable(text: string): Table {
  const [head = "", ...lines] = text.split(/\r?\n/);
  const columns = cellsOf(head);
  const rows = lines.flatMap((content, index) => {
    if (content.trim() === "") return [];
    const cells = cellsOf(content);
    const named = columns.map((column, at) => [column, cells[at] ?? ""] as const);
    return [{ line: index + 2, cells: Object.fromEntries(named) }];
  });
  return { columns, rows };
}
