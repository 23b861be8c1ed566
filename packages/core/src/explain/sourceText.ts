import { checksumAddress } from "../chain/address.ts";
import type { Source } from "../chain/types.ts";
import { formatDecimal } from "../units/formatDecimal.ts";

/** Where a figure comes from, in words that an engineer can follow. */
export function sourceText(source: Source): string {
  switch (source.kind) {
    case "call":
      return `${source.method} of ${checksumAddress(source.contract)}`;
    case "state":
      return `${source.field} of ${checksumAddress(source.account)}`;
    case "header":
      return `block header, ${source.field}`;
    case "history":
      return `${source.series}, blocks ${number(source.fromBlock)} to ${number(source.toBlock)}`;
    case "policy":
      return `policy, ${source.path}`;
    case "document":
      return `${source.document}, as of ${source.asOf}`;
  }
}

const number = (block: bigint) => formatDecimal(block, { decimals: 0n, places: 0n, rounding: "down" });
