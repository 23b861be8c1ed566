import type { InnerCall } from "@ballast/core";
import type { EncodeRequest } from "../../adapter.ts";
import { encodeMarketAction } from "../../routes/encodeMarketAction.ts";
import { lidoHoldings } from "./holdings.ts";

/**
 * Enters and leaves wstETH over a swap route. The withdrawal queue is no route: it is asked by `encodeRequest`, and an action that
 * names it is refused.
 *
 * @throws ActionRefused
 */
export const encode = (request: EncodeRequest): readonly InnerCall[] =>
  encodeMarketAction(lidoHoldings(request.deployment), request);
