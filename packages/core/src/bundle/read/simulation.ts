import type { SimulatedChange, Simulation, Unexpected } from "../../proposal/simulation.ts";
import { assetId } from "../../units/ids.ts";
import { aHash, anAddress, blockRef, count } from "./chain.ts";
import { flag, list, oneOf, record, string, textOf } from "./reader.ts";

const asset = textOf(assetId);

export const simulation = record<Simulation>({
  schema: oneOf(["ballast/simulation/1"]),
  block: blockRef,
  safeTxHash: aHash,
  method: string,
  approvedBy: list(anAddress),
  conditional: flag,
  success: flag,
  revert: string,
  gasUsed: count,
  changes: list(record<SimulatedChange>({ asset, before: count, after: count })),
  allowances: list(record<Simulation["allowances"][number]>({ asset, spender: anAddress, after: count })),
  configurationUnchanged: flag,
  unexpected: list(record<Unexpected>({ code: string, detail: string })),
});
