import type { Finding, Subject } from "@ballast/core";
import { positionParts } from "../../format/positionParts.ts";
import { shortAddress } from "../../format/shortAddress.ts";
import { ticketName } from "../../format/ticketName.ts";
import { venue } from "../../format/venue.ts";

/** What each rule looks at, in two or three words. */
const TITLES: Readonly<Record<string, string>> = {
  "after-state": "State after the plan",
  "asset-cap": "Asset cap",
  "backing-loss": "Backing",
  "batch-limits": "Batch limits",
  "contract-changed": "Contracts",
  cooldown: "Cooldown",
  "correlated-slashing": "Slashing at once",
  dwell: "Dwell",
  "emergency-exit": "Emergency exit",
  "exit-liquidity-falling": "Exit liquidity",
  "exit-liquidity-share": "Share of the market",
  "exit-queue": "Exit queue",
  "frozen-positions": "Frozen positions",
  "gas-share-of-gain": "Gas of the gain",
  "large-outflow": "Outflow",
  "liquidity-ladder": "Liquidity",
  "market-depeg": "Market depeg",
  "minimum-net-gain": "Net gain",
  "minimum-trade": "Minimum trade",
  "missing-data": "Data",
  "net-yield-low": "Yield",
  "open-proposal": "Open proposal",
  "operator-allocations": "Operator allocations",
  "operator-cap": "Operator cap",
  "operator-slashed": "Operator slashing",
  "oracle-diverging": "Price feed and market",
  payback: "Payback",
  "position-band": "Band",
  "price-drawdown": "Price of ether",
  "protocol-cap": "Protocol cap",
  "rate-growth": "Rate growth",
  "safe-changed": "Safe",
  "shared-cause-cap": "Shared cause",
  slippage: "Slippage",
  "source-silent": "Sources",
  "stale-oracle": "Price feed",
  "ticket-loss": "Withdrawal loss",
  "ticket-stuck": "Withdrawal delay",
  "turnover-per-day": "Turnover",
  "tvl-drop": "Value in the venue",
  "venue-paused": "Venue",
  "venue-share": "Share of the venue",
  "worst-case": "Worst loss",
  "worst-loss-per-batch": "Loss of the batch",
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
      return positionParts(subject.id).short;
    case "venue":
      return venue(subject.id).name;
    case "ticket":
      return ticketName(subject.id);
    case "operator":
      return shortAddress(subject.id);
    case "figure":
      return figureName(subject.id);
    default:
      return subject.id;
  }
}

/** `eigenlayer:implementation:delegationManager` is about `EigenLayer delegationManager`. */
function figureName(id: string): string {
  const [of = "", ...figure] = id.split(":");
  return `${venue(of).name} ${figure.slice(1).join(" ") || figure.join(" ")}`;
}
