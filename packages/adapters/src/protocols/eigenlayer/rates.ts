import { WAD_ONE } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { Deployment } from "../../deployment/types.ts";
import type { RateSource } from "../../rateSource.ts";
import { EIGENLAYER } from "./abi.ts";
import { EIGENLAYER_ID } from "./contracts.ts";
import { eigenStrategies } from "./strategies.ts";

/**
 * `sharesToUnderlyingView(1e18)` of each strategy: tokens for 1e18 shares, rounded down by the contract, which are base
 * units because the token counts one to one. It grows as the token rebases; a slash of the operator does not show in it.
 */
export function eigenlayerRates(deployment: Deployment): readonly (RateSource & { readonly kind: "call" })[] {
  return eigenStrategies(deployment).map(({ asset, address }) => {
    const method = "sharesToUnderlyingView";
    const data = encodeFunctionData({ abi: EIGENLAYER, functionName: method, args: [WAD_ONE] });
    return {
      kind: "call",
      asset,
      venue: EIGENLAYER_ID,
      call: { subject: `rate:${asset}`, to: address, data },
      source: { kind: "call", contract: address, method },
    };
  });
}
