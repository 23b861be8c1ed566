import type { ProposalState } from "@ballast/core";
import type { IconName } from "../../components/Icon.tsx";

export type StatusLook = {
  readonly word: string;
  readonly tone: "plain" | "authored" | "ok" | "warning" | "critical" | "unknown" | "notice";
  readonly icon: IconName;
};

const LOOKS: Readonly<Record<ProposalState, StatusLook>> = {
  draft: { word: "Draft", tone: "plain", icon: "proposals" },
  posted: { word: "Posted", tone: "authored", icon: "proposals" },
  "partly-signed": { word: "Partly signed", tone: "authored", icon: "proposals" },
  ready: { word: "Ready to execute", tone: "authored", icon: "check" },
  expired: { word: "Expired", tone: "warning", icon: "warning" },
  executed: { word: "Executed", tone: "ok", icon: "ok" },
  reverted: { word: "Reverted", tone: "critical", icon: "critical" },
  replaced: { word: "Replaced", tone: "plain", icon: "cross" },
  rejected: { word: "Rejected", tone: "plain", icon: "cross" },
  deleted: { word: "Deleted", tone: "plain", icon: "cross" },
};

const OPEN: readonly ProposalState[] = ["draft", "posted", "partly-signed", "ready", "expired"];

/** How a state looks and is called. */
export function statusLook(state: ProposalState): StatusLook {
  return LOOKS[state];
}

/** Whether the transaction may still consume its nonce. */
export function isOpen(state: ProposalState): boolean {
  return OPEN.includes(state);
}
