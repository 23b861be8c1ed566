import type { ExposureFact } from "@ballast/core";
import { wholly } from "../../exposures.ts";
import { LIDO_ID } from "./contracts.ts";

const LIDO_CORE = "lidofinance/core, commit 372b02e1";

/** Its node operators and their shares are not read here: unknown. */
export const exposures: readonly ExposureFact[] = [
  wholly(LIDO_ID, {
    kind: "oracle",
    id: "lido-accounting-oracle",
    source: `${LIDO_CORE}, contracts/0.8.9/WithdrawalQueue.sol (finalised by the oracle's report)`,
    asOf: "2026-06-23",
  }),
  wholly(LIDO_ID, {
    kind: "admin-key",
    id: "lido-dual-governance",
    source: `${LIDO_CORE}, deployed-mainnet.json (dualGovernance, gateSeal, resealManager)`,
    asOf: "2026-06-23",
  }),
];
