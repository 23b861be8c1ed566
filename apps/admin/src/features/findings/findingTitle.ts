import { type Finding, positionText, type Subject } from "@ballast/core";
import { venue } from "../../format/venue.ts";

/** What each rule looks at, in two or three words. */
const TITLES: Readonly<Record<string, string>> = {
  "after-state": "State after the plan",
  "batch-limits": "Batch limits",
  cooldown: "Cooldown",
  dwell: "Dwell",
  "emergency-exit": "Emergency exit",
  "frozen-positions": "Frozen positions",
  "liquidity-ladder": "Liquidity",
  "market-depeg": "Market depeg",
  "minimum-net-gain": "Net gain",
  "minimum-trade": "Minimum trade",
  "missing-data": "Data",
  "open-proposal": "Open proposal",
  payback: "Payback",
  "position-band": "Band",
  "protocol-cap": "Protocol cap",
  slippage: "Slippage",
  "source-silent": "Sources",
  "stale-oracle": "Price feed",
  "venue-flag": "Venue",
  "worst-case": "Worst loss",
};

/** What a finding looked at, and whose: `Band, weETH`. A rule without words here is named as it is. */
export function findingTitle({ rule, subject }: Pick<Finding, "rule" | "subject">): string {
  const title = TITLES[rule] ?? rule;
  const about = subjectName(subject);
  return about === null ? title : `${title}, ${about}`;
}

function subjectName(subject: Subject): string | null {
  switch (subject.kind) {
    case "account":
    case "plan":
      return null;
    case "position":
      return positionText(subject.id);
    case "venue":
      return venue(subject.id).name;
    default:
      return subject.id;
  }
}
