import { encodeFunctionData } from "viem";
import { assetOf } from "../../assetOf.ts";
import type { Deployment } from "../../deployment/types.ts";
import { type Holding, tokenHolding } from "../../holdings/holding.ts";
import { LIDO } from "./abi.ts";
import { LIDO_ID } from "./contracts.ts";

/** The one position, `lido:wstETH`, valued at `stEthPerToken()`: stETH is redeemed for ETH one to one by the protocol. */
export function lidoHoldings(deployment: Deployment): readonly Holding[] {
  const token = assetOf(deployment, "wstETH");
  if (token === undefined || deployment.venues[LIDO_ID] === undefined) return [];
  const rate = {
    kind: "call",
    asset: token.id,
    venue: LIDO_ID,
    call: {
      subject: `rate:${token.id}`,
      to: token.address,
      data: encodeFunctionData({ abi: LIDO, functionName: "stEthPerToken" }),
    },
    source: { kind: "call", contract: token.address, method: "stEthPerToken" },
  } as const;
  return [tokenHolding(token, rate)];
}
