import type { GoldenCheck } from "../golden.ts";
import { checksOf } from "./checksOf.ts";
import { differences } from "./differences.ts";
import { guarded } from "./guarded.ts";
import { holdingLedger } from "./holdingLedger.ts";
import type { LidoFile } from "./lidoFile.ts";
import { startOf } from "./startOf.ts";
import { stepVectors } from "./stepVectors.ts";

/** Every recorded figure that the adapters' maths can compute from others of the file, without a chain. */
export async function* vectors(part: LidoFile): AsyncGenerator<GoldenCheck> {
  const ledger = holdingLedger(startOf(part));
  for (const [index, transfer] of part.transfers.entries()) {
    const check = { kind: "vector transfer", name: `transfers[${index}] of ${transfer.amount}` };
    yield* checksOf(check, await guarded(() => differences(transfer, ledger.transfer(transfer))));
  }
  for (const { kind, name, compute } of stepVectors(part))
    yield* checksOf({ kind: `vector ${kind}`, name }, await guarded(compute));
}
