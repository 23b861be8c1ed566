import type { ExposureFact } from "@ballast/core";
import { wholly, withoutParts } from "../../exposures.ts";
import { ETHERFI_ID } from "./contracts.ts";

const CONTRACTS = "etherfi-protocol/smart-contracts, commit b4a09680";

/** How much of it is restaked, with which operators and for which AVSs, is stated nowhere that is read here: unknown. */
export const exposures: readonly ExposureFact[] = [
  withoutParts(ETHERFI_ID, {
    kind: "protocol",
    rest: "unknown",
    source: "etherfi-protocol/smart-contracts, folder src/eigenlayer-interfaces",
    asOf: "2026-11-29",
  }),
  wholly(ETHERFI_ID, {
    kind: "oracle",
    id: "etherfi-oracle",
    source: `${CONTRACTS}, src/oracle/EtherFiAdmin.sol`,
    asOf: "2026-07-15",
  }),
  wholly(ETHERFI_ID, {
    kind: "admin-key",
    id: "etherfi-role-registry",
    source: `${CONTRACTS}, src/governance/RoleRegistry.sol`,
    asOf: "2026-07-15",
  }),
];
