import type { Fact } from "../../facts.ts";

const CONTRACTS = "Layr-Labs/eigenlayer-contracts, commit f84a5151";

/** For due diligence. What is not said here from a source is not known here. */
export const facts: readonly Fact[] = [
  {
    topic: "audits",
    known: true,
    statement:
      "23 published reports since March 2023; of the slashing release by Cantina, Certora and Sigma Prime (February and March 2025), of later releases by Certora and Sigma Prime, the last of rewards in February 2026.",
    source: `${CONTRACTS}, folder audits`,
    asOf: "2026-05-01",
  },
  {
    topic: "formal-verification",
    known: true,
    statement:
      "Certora specifications of the allocation, delegation, strategy and pod managers, strategies and pausing are kept beside the code and run by its continuous integration; whether every rule passes was not checked.",
    source: `${CONTRACTS}, folder certora, .github/workflows/certora-prover.yml`,
    asOf: "2026-05-01",
  },
  {
    topic: "bounty",
    known: true,
    statement:
      "Immunefi, up to 2,000,000 USD, live since 14 June 2023; the page was last changed on 29 July 2025.",
    source: "immunefi.com/bug-bounty/eigenlayer",
    asOf: "2025-07-29",
  },
  { topic: "age", known: false },
  { topic: "verified-source", known: false },
  {
    topic: "exit-delay",
    known: true,
    statement:
      "100,800 blocks (about 14 days) on mainnet from the request, slashable all that time; then the withdrawn token's own exit. No market: shares cannot be transferred.",
    source: `${CONTRACTS}, docs/core/DelegationManager.md and src/contracts/core/DelegationManager.sol`,
    asOf: "2026-05-01",
  },
  {
    topic: "admin-keys",
    known: true,
    statement:
      "One ProxyAdmin can replace every core contract; an executor multisig of 1 of 2 holds such rights, and the operations multisig acts through it by a timelock. Who the second signer is was not verified (a community multisig is listed). Pausers can stop deposits, delegation, the queue and claims at once, without a time limit. Every operator set's slasher can slash what operators allocated to it.",
    source: `${CONTRACTS}, README.md and script/releases/README.md`,
    asOf: "2026-05-01",
  },
  {
    topic: "timelocks",
    known: true,
    statement:
      "Upgrades by the operations multisig wait about 10 days in a timelock; whether the executor's other signer waits was not verified. Pauses do not wait. Allocations wait the operator's own delay, deallocations 100,800 blocks.",
    source: `${CONTRACTS}, script/releases/README.md and docs/core/AllocationManager.md`,
    asOf: "2026-05-01",
  },
];
