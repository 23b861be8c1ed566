import type { RawAmount, WithdrawalRequest } from "@ballast/core";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

/** The amounts of a request's tickets: at least one, none of them 0, together what the request spends. */
export function inspectAmounts(
  { spend }: WithdrawalRequest,
  { amounts, call }: { readonly amounts: readonly RawAmount[]; readonly call: bigint },
): readonly Violation[] {
  const sum = amounts.reduce<bigint>((total, amount) => total + amount, 0n);
  const total = violationAt(call, {
    code: "amount",
    field: "sum of amounts",
    expected: spend.amount,
    actual: sum,
  });
  if (amounts.length > 0 && amounts.every((amount) => amount > 0n)) return total;
  const expected = "one or more, each above 0";
  return [...total, { code: "amount", call, field: "amounts", expected, actual: amounts.join() || "none" }];
}
