import { demandEqual } from "../demandEqual.ts";
import type { RequestOrder } from "../schema/orders.ts";
import type { WithdrawalRequest } from "../schema/plan.ts";
import { addressOf } from "./addressOf.ts";
import { argumentsOf } from "./argumentsOf.ts";
import { eigenLayerAsset } from "./eigenLayerAsset.ts";
import type { Explanation } from "./explanation.ts";

type Order = Extract<RequestOrder, { kind: "eigenlayer-undelegate" }>;

/** One undelegate of the Safe itself, which leaves the operator that the position names. */
export function explainUndelegation({ position, spend }: WithdrawalRequest, order: Order): Explanation {
  return {
    count: 1,
    match: ({ bundle: { contracts, account }, calls: [call], at }) => {
      const name = `call ${at}`;
      const { staker } = argumentsOf(call, { kind: "undelegate", name });
      const { asset, operator } = eigenLayerAsset(position);
      const manager = "eigenlayer.delegationManager";
      demandEqual<string>(`target of ${name}`, {
        is: call?.to ?? "",
        must: addressOf(contracts, { list: "venues", id: manager }),
        because: manager,
      });
      demandEqual(`staker of ${name}`, { is: staker, must: account.address, because: "the Safe" });
      demandEqual<string>(`operator that ${name} leaves`, {
        is: order.operator,
        must: operator ?? "none",
        because: position,
      });
      demandEqual(`asset of ${name}`, { is: spend.asset, must: `EL-${asset}`, because: position });
    },
  };
}
