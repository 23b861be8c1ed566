import type { Fact } from "../../facts.ts";

/** For due diligence, of WETH9. What is not said here from a source is not known here. */
export const facts: readonly Fact[] = [
  { topic: "audits", known: false },
  {
    topic: "formal-verification",
    known: true,
    statement: "Accounting and solvency proven with the Z3 theorem prover by Zellic.",
    source: "github.com/Zellic/weth",
    asOf: "2026-11-22",
  },
  { topic: "bounty", known: false },
  { topic: "age", known: false },
  { topic: "verified-source", known: false },
  {
    topic: "exit-delay",
    known: true,
    statement: "None: withdraw pays one ETH for one WETH in the same transaction.",
    source: "npm canonical-weth 1.4.0, contracts/WETH9.sol",
    asOf: "2026-11-22",
  },
  {
    topic: "admin-keys",
    known: true,
    statement: "None: the contract has no owner, no pause and no upgrade.",
    source: "npm canonical-weth 1.4.0, contracts/WETH9.sol",
    asOf: "2026-11-22",
  },
  {
    topic: "timelocks",
    known: true,
    statement: "None needed: nothing in the contract can be changed.",
    source: "npm canonical-weth 1.4.0, contracts/WETH9.sol",
    asOf: "2026-11-22",
  },
];
