import { encodeFunctionData } from "viem";
import { assetOf } from "../../assetOf.ts";
import type { Deployment } from "../../deployment/types.ts";
import { type Holding, tokenHolding } from "../../holdings/holding.ts";
import { ETHERFI } from "./abi.ts";
import { ETHERFI_ID } from "./contracts.ts";

/** The one position, `etherfi:weETH`, valued at `getRate()`: ETH for 1e18 weETH, rounded down by the protocol. */
export function etherfiHoldings(deployment: Deployment): readonly Holding[] {
  const token = assetOf(deployment, "weETH");
  if (token === undefined || deployment.venues[ETHERFI_ID] === undefined) return [];
  const rate = {
    kind: "call",
    asset: token.id,
    venue: ETHERFI_ID,
    call: {
      subject: `rate:${token.id}`,
      to: token.address,
      data: encodeFunctionData({ abi: ETHERFI, functionName: "getRate" }),
    },
    source: { kind: "call", contract: token.address, method: "getRate" },
  } as const;
  return [tokenHolding(token, rate)];
}
