import type { InnerCall } from "@ballast/core";
import type { EncodeRequest } from "../../adapter.ts";
import { encodeMarketAction } from "../../routes/encodeMarketAction.ts";
import { etherfiHoldings } from "./holdings.ts";

/**
 * Enters and leaves weETH over a swap route. The withdrawal queue is no route: it is asked by `encodeRequest`, and an
 * action that names it, or instant redemption, is refused.
 *
 * @throws ActionRefused
 */
export const encode = (request: EncodeRequest): readonly InnerCall[] =>
  encodeMarketAction(etherfiHoldings(request.deployment), request);
