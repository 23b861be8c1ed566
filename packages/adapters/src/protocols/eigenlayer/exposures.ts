import { type ExposureFact, WAD_ONE } from "@ballast/core";
import { wholly } from "../../exposures.ts";
import { EIGENLAYER_ID } from "./contracts.ts";

const CONTRACTS = "Layr-Labs/eigenlayer-contracts, commit f84a5151";

/**
 * Shares of the stETH strategy are a claim on stETH, so Lido's causes reach them too. Whom an operator allocates to is read as a digest only: its AVSs are unknown here.
 */
export const exposures: readonly ExposureFact[] = [
  {
    of: `form:${EIGENLAYER_ID}:stETH`,
    kind: "protocol",
    parts: [{ id: "lido", share: WAD_ONE }],
    rest: "none",
    source: `${CONTRACTS}, src/contracts/strategies/StrategyBase.sol`,
    asOf: "2026-05-01",
  },
  wholly(EIGENLAYER_ID, {
    kind: "admin-key",
    id: "eigenlayer-executor-multisig",
    source: `${CONTRACTS}, README.md and script/releases/README.md`,
    asOf: "2026-05-01",
  }),
];
