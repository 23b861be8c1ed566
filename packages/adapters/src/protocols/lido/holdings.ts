import { WAD_ONE } from "@ballast/core";
import { encodeFunctionData } from "viem";
import { assetOf } from "../../assetOf.ts";
import type { DeployedAsset, Deployment } from "../../deployment/types.ts";
import { type Holding, tokenHolding } from "../../holdings/holding.ts";
import { LIDO } from "./abi.ts";
import { LIDO_ID } from "./contracts.ts";

function wrapped(token: DeployedAsset): Holding {
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
  return tokenHolding(token, rate);
}

/** stETH rebases: its balances grow, its rate is one by definition, and its yield is that of wstETH. */
const rebasing = (token: DeployedAsset, { id }: DeployedAsset): Holding =>
  tokenHolding(token, {
    kind: "fixed",
    asset: token.id,
    venue: LIDO_ID,
    rate: WAD_ONE,
    growsWith: id,
    source: { kind: "state", account: token.address, field: "code" },
  });

/**
 * `lido:wstETH`, valued at `stEthPerToken()`, and `lido:stETH` where the deployment lists it as an asset: stETH is redeemed for
 * ETH one to one by the protocol.
 */
export function lidoHoldings(deployment: Deployment): readonly Holding[] {
  const wstETH = assetOf(deployment, "wstETH");
  const stETH = assetOf(deployment, "stETH");
  if (wstETH === undefined || deployment.venues[LIDO_ID] === undefined) return [];
  return stETH === undefined ? [wrapped(wstETH)] : [wrapped(wstETH), rebasing(stETH, wstETH)];
}
