import { checksumAddress, type Source } from "@ballast/core";
import { integer } from "./integer.ts";

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
      return `${source.series}, blocks ${integer(source.fromBlock)} to ${integer(source.toBlock)}`;
    case "policy":
      return `policy, ${source.path}`;
    case "document":
      return `${source.document}, as of ${source.asOf}`;
  }
}
