import type { TicketState } from "@ballast/core";
import type { StatusLook } from "../proposals/proposalStatus.ts";

const LOOKS: Readonly<Record<TicketState, StatusLook>> = {
  requested: { word: "Requested", tone: "plain", icon: "right" },
  waiting: { word: "Waiting", tone: "plain", icon: "pause" },
  claimable: { word: "Claimable", tone: "notice", icon: "notice" },
  "claim-proposed": { word: "Claim proposed", tone: "authored", icon: "proposals" },
  claimed: { word: "Claimed", tone: "plain", icon: "check" },
  reconciled: { word: "Reconciled", tone: "ok", icon: "ok" },
  "pays-nothing": { word: "Pays nothing", tone: "critical", icon: "critical" },
  lost: { word: "Lost", tone: "critical", icon: "critical" },
};

/** How the state of a ticket looks and is called. */
export function ticketLook(state: TicketState): StatusLook {
  return LOOKS[state];
}
