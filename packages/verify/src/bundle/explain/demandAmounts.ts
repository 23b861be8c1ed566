import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { WithdrawalRequest } from "../schema/plan.ts";

/**
 * The amounts of a request's tickets: one or more, each above 0, together what it spends, of the asset that its venue
 * takes.
 * @throws CheckFailedError
 */
export function demandAmounts(
  { spend, position }: WithdrawalRequest,
  { amounts, asset }: { readonly amounts: readonly bigint[]; readonly asset: string },
): void {
  demandEqual(`asset of the request from ${position}`, { is: spend.asset, must: asset });
  demand(
    amounts.length > 0 && amounts.every((amount) => amount > 0n),
    `the request from ${position} has the amounts ${amounts.join() || "none"}; it takes one or more above 0`,
  );
  demandEqual(`sum of amounts of the request from ${position}`, {
    is: amounts.reduce((sum, amount) => sum + amount, 0n),
    must: spend.amount,
    because: "what it spends",
  });
}
