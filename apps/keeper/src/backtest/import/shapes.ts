import type { TapeLine } from "@ballast/core";
import type { Table } from "./readTable.ts";

export type ImportFlags = {
  /** The asset that the series is of, where the file does not say. */
  readonly asset: string | null;
  /** The pool to take, where the file has several. */
  readonly pool: string | null;
  /** ETH in USD by date, from another file; null without one. */
  readonly dollars: ReadonlyMap<string, number> | null;
};

/** A published file that can become rows of a tape. */
export type Shape = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly gives: string;
  /** What it cannot do without. */
  readonly needs: readonly (keyof ImportFlags)[];
  readonly linesOf: (table: Table, flags: ImportFlags) => readonly TapeLine[];
};

type Rows = Table["rows"];

/** One row of a tape for each row that has the cell. */
function series(rows: Rows, { name, time, cell }: { name: string; time: string; cell: string }): TapeLine[] {
  return rows.flatMap(({ cells }) => {
    const [at, value] = [cells[time] ?? "", cells[cell] ?? ""];
    return value === "" ? [] : [{ time: at, series: name, value }];
  });
}

/** Half of a pool's dollars in ether, to the hundredth, rounded down. Figures of a vendor in floating point, not money of the account. */
function halfInEther(rows: Rows, { asset, pool, dollars }: ImportFlags): TapeLine[] {
  return rows.flatMap(({ cells }) => {
    const { date = "", tvl_usd: tvl = "" } = cells;
    const price = dollars?.get(date);
    if (cells.pool !== pool || tvl === "" || price === undefined) return [];
    const cents = Math.floor((Number(tvl) / 2 / price) * 100);
    return [{ time: date, series: `depth:${asset}`, value: (cents / 100).toFixed(2) }];
  });
}

/** The files that are known, by their columns. */
export const shapes: readonly Shape[] = [
  {
    name: "daily gas and price",
    columns: ["date", "avg_gas_gwei", "eth_usd", "gas_used"],
    gives: "base-fee: the day's mean gas price",
    needs: [],
    linesOf: ({ rows }) => series(rows, { name: "base-fee", time: "date", cell: "avg_gas_gwei" }),
  },
  {
    name: "daily stETH in ETH",
    columns: ["date", "eth_usd", "steth_usd", "steth_eth"],
    gives: "peg: a token that rebases is worth one, so its price is the share of the rate",
    needs: [],
    linesOf: ({ rows }, { asset }) =>
      series(rows, { name: `peg:${asset ?? "wstETH"}`, time: "date", cell: "steth_eth" }),
  },
  {
    name: "a chart's price in ETH",
    columns: ["time_utc", "ezeth_eth_mid", "ezeth_eth_min", "ezeth_eth_max"],
    gives: "price: the middle of the digitised line",
    needs: [],
    linesOf: ({ rows }, { asset }) =>
      series(rows, { name: `price:${asset ?? "ezETH"}`, time: "time_utc", cell: "ezeth_eth_mid" }),
  },
  {
    name: "daily pools",
    columns: ["date", "protocol_slug", "symbol", "pool", "tvl_usd", "apy", "apy_base", "apy_reward"],
    gives: "depth: half of one pool's value in ether",
    needs: ["asset", "pool", "dollars"],
    linesOf: ({ rows }, flags) => halfInEther(rows, flags),
  },
];

/** The shape whose columns a table has, in any order. */
export function shapeOf({ columns }: Table): Shape | undefined {
  return shapes.find((shape) => shape.columns.every((column) => columns.includes(column)));
}
