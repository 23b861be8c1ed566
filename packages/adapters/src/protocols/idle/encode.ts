import type { InnerCall } from "@ballast/core";
import type { EncodeRequest } from "../../adapter.ts";
import { encodeMarketAction } from "../../routes/encodeMarketAction.ts";

/**
 * Idle assets change as the other side of what venues do: there is no action of their own.
 *
 * @throws ActionRefused always
 */
export const encode = (request: EncodeRequest): readonly InnerCall[] => encodeMarketAction([], request);
