import { CAUSE_KINDS, type ExposureFact } from "@ballast/core";
import { withoutParts } from "../../exposures.ts";
import { IDLE_ID } from "./contracts.ts";

/** Ether and WETH9, of which nothing can be changed and nobody else is needed: "the contract has no owner, no pause and no upgrade", one for one. */
export const exposures: readonly ExposureFact[] = CAUSE_KINDS.filter((kind) => kind !== "protocol").map(
  (kind) =>
    withoutParts(IDLE_ID, {
      kind,
      rest: "none",
      source: "npm canonical-weth 1.4.0, contracts/WETH9.sol",
      asOf: "2026-11-22",
    }),
);
