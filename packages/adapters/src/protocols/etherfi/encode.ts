import type { InnerCall } from "@ballast/core";
import type { EncodeRequest } from "../../adapter.ts";
import { encodeMarketAction } from "../../routes/encodeMarketAction.ts";
import { etherfiHoldings } from "./holdings.ts";

/**
 * Enters and leaves weETH over a swap route. Instant redemption and the withdrawal queue are not built here: an action
 * that names one of them as its route is refused.
 *
 * @throws ActionRefused
 */
export const encode = (request: EncodeRequest): readonly InnerCall[] =>
  encodeMarketAction(etherfiHoldings(request.deployment), request);
