import type { BlockNumber } from "@ballast/core";
import type { LedgerChain } from "./openLedgerChain.ts";
import { type Books, readBooks } from "./readBooks.ts";
import { type Rates, readRates } from "./readRates.ts";
import { readUnits, type Units } from "./readUnits.ts";

/** The account between two steps: as the adapters read it, and beside it the contracts' own counts. */
export type Standing = { readonly books: Books; readonly units: Units; readonly rates: Rates };

export async function readStanding(
  chain: LedgerChain,
  given: { readonly from: BlockNumber; readonly previous: Books | null },
): Promise<Standing> {
  const [books, units, rates] = await Promise.all([
    readBooks(chain, given),
    readUnits(chain),
    readRates(chain),
  ]);
  return { books, units, rates };
}
