import type { DecodedCall } from "../../calls/types.ts";
import { demandEqual } from "../demandEqual.ts";
import type { Bundle } from "../schema/signedBundle.ts";
import { addressOf } from "./addressOf.ts";
import { argumentsOf } from "./argumentsOf.ts";

/** The only approval that may stand here. The spender is a router or a venue's contract, by its name in the bundle's list. */
export type Approval = {
  readonly asset: string;
  readonly spender: { readonly list: "routers" | "venues"; readonly id: string };
  readonly amount: bigint;
  readonly name: string;
};

/**
 * An approval of exactly this amount, of this asset, to this spender.
 * @throws CheckFailedError
 */
export function matchApproval(
  call: DecodedCall | undefined,
  { bundle: { contracts }, approval }: { readonly bundle: Bundle; readonly approval: Approval },
): void {
  const { asset, spender: allowed, amount: must, name } = approval;
  const { spender, amount } = argumentsOf(call, { kind: "approve", name });
  demandEqual<string>(`target of ${name}`, {
    is: call?.to ?? "",
    must: addressOf(contracts, { list: "assets", id: asset }),
    because: asset,
  });
  demandEqual(`spender of ${name}`, {
    is: spender,
    must: addressOf(contracts, allowed),
    because: allowed.id,
  });
  demandEqual(`amount of ${name}`, { is: amount, must, because: "what the plan spends" });
}
