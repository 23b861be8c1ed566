import type { InnerCall } from "@ballast/core";
import { ActionRefused } from "../../ActionRefused.ts";
import type { EncodeRequest } from "../../adapter.ts";

/**
 * Shares in EigenLayer cannot be transferred, so no market trades them.
 *
 * @throws ActionRefused always
 */
export function encode({ action }: EncodeRequest): readonly InnerCall[] {
  throw new ActionRefused(action.position, {
    field: "route",
    value: action.route,
    limit: "shares in EigenLayer are not traded; leave by a withdrawal request",
  });
}
