import type { Fact } from "../../facts.ts";

const CONTRACTS = "etherfi-protocol/smart-contracts, commit b4a09680";

/** For due diligence. What is not said here from a source is not known here. */
export const facts: readonly Fact[] = [
  {
    topic: "audits",
    known: true,
    statement:
      "About thirty published reports since February 2023, among them CertiK, Nethermind, Zellic and Certora; the last of the core contracts by Certora (January and June 2026).",
    source: "etherfi-protocol/smart-contracts, folder audits",
    asOf: "2026-11-22",
  },
  { topic: "formal-verification", known: false },
  { topic: "bounty", known: false },
  { topic: "age", known: false },
  { topic: "verified-source", known: false },
  {
    topic: "exit-delay",
    known: true,
    statement:
      "Withdrawal queue without a promised time, first in first out, finalised by oracle reports with a daily cap; each request within the pool's least and most, paid at the rate frozen then. Instant redemption for a fee while liquidity above the low watermark and its bucket last. On a market at once, at its price.",
    source: `${CONTRACTS}, src/withdrawals/WithdrawRequestNFT.sol and EtherFiRedemptionManager.sol`,
    asOf: "2026-07-15",
  },
  {
    topic: "admin-keys",
    known: true,
    statement:
      "Guardians can pause contracts, weETH transfers included, for 8 hours to 30 days, and can block single addresses; pending withdrawal requests can be invalidated.",
    source: `${CONTRACTS}, src/governance/RoleRegistry.sol, src/governance/utils/PausableUntil.sol`,
    asOf: "2026-07-15",
  },
  {
    topic: "timelocks",
    known: true,
    statement: "Upgrades wait 10 days, operating changes 2 days.",
    source: `${CONTRACTS}, src/governance/RoleRegistry.sol (comments), script/deploys/Deployed.s.sol`,
    asOf: "2026-07-15",
  },
];
