import type { Fact } from "../../facts.ts";

const LIDO_CORE = "lidofinance/core, commit 372b02e1";

/** For due diligence. What is not said here from a source is not known here. */
export const facts: readonly Fact[] = [
  {
    topic: "audits",
    known: true,
    statement:
      "Over a hundred published reports since December 2020; of version 3 by Certora, MixBytes and Consensys Diligence (November 2025 to March 2026).",
    source: "github.com/lidofinance/audits, list of reports",
    asOf: "2026-11-22",
  },
  {
    topic: "formal-verification",
    known: true,
    statement:
      "Version 3 by Certora (December 2025), Dual Governance by Runtime Verification (February 2025).",
    source: "github.com/lidofinance/audits, list of reports",
    asOf: "2026-11-22",
  },
  {
    topic: "bounty",
    known: true,
    statement:
      "Immunefi, up to 2,000,000 USD, live since 22 May 2021; the page was last changed on 24 June 2025.",
    source: "immunefi.com/bug-bounty/lido",
    asOf: "2026-11-22",
  },
  { topic: "age", known: false },
  { topic: "verified-source", known: false },
  {
    topic: "exit-delay",
    known: true,
    statement:
      "Withdrawal queue without a promised time: a request of 100 wei to 1,000 stETH is paid once an oracle report finalises it, earns nothing meanwhile and bears a loss until then; bunker mode makes it longer. On a market at once, at its price.",
    source: `${LIDO_CORE}, contracts/0.8.9/WithdrawalQueue.sol and WithdrawalQueueBase.sol`,
    asOf: "2026-06-23",
  },
  {
    topic: "admin-keys",
    known: true,
    statement:
      "Governance by LDO holders under Dual Governance, in which stETH holders can delay and veto; gate seals can pause the queue for a limited time.",
    source: `${LIDO_CORE}, deployed-mainnet.json (dualGovernance, gateSeal, resealManager)`,
    asOf: "2026-06-23",
  },
  { topic: "timelocks", known: false },
];
