import { ActionRefused } from "./ActionRefused.ts";
import type { VenueAdapter } from "./adapter.ts";

/** The part of an adapter whose venue has no withdrawals of its own: it refuses to request or claim one. */
export const noWithdrawals: Pick<VenueAdapter, "encodeRequest" | "encodeClaims" | "ticketLogs"> = {
  encodeRequest: ({ request }) => {
    throw new ActionRefused(request.position, {
      field: "order.kind",
      value: request.order.kind,
      limit: "this venue has no withdrawals of its own",
    });
  },
  encodeClaims: ({ claims }) => {
    throw new ActionRefused(claims[0]?.position ?? "", {
      field: "order.kind",
      value: claims[0]?.order.kind ?? "",
      limit: "this venue has no withdrawals of its own",
    });
  },
  ticketLogs: [],
};
