import { checksumAddress, type PositionId } from "@ballast/core";
import { positionParts } from "../../format/positionParts.ts";
import { shortAddress } from "../../format/shortAddress.ts";
import type { TicketView } from "./ticketsView.ts";

/** The position that a ticket left, and whose operator it had; a log that does not name it leaves both open. */
export function leftOf(position: PositionId | null): Pick<TicketView, "left" | "operator"> {
  if (position === null) return { left: "from a position that is not known", operator: null };
  const { name, operator } = positionParts(position);
  return {
    left: `from ${name}`,
    operator: operator === null ? null : { name: shortAddress(operator), address: checksumAddress(operator) },
  };
}
