import type { SafeTransaction, SafeTransactionHashes } from "@ballast/core";
import type { Rail } from "../rail.ts";
import { type Batch, type BatchRequest, buildBatch } from "./buildBatch.ts";
import { buildRejection } from "./buildRejection.ts";
import type { SafeReading } from "./decodeSafeState.ts";
import type { BatchInspection } from "./firewall/batchInspection.ts";
import { inspectBatch } from "./firewall/inspectBatch.ts";
import type { Violation } from "./firewall/violation.ts";
import { readSafeState } from "./readSafeState.ts";
import { safeTransactionHashes } from "./safeTransactionHashes.ts";
import { type SimulationRequest, simulate } from "./simulation/simulate.ts";
import { type AccountFacts, type TrackRequest, trackAccount } from "./tracking/trackAccount.ts";

type SafeTypes = {
  readonly Reading: SafeReading;
  readonly Transaction: SafeTransaction;
  readonly Hashes: SafeTransactionHashes;
  readonly Batch: Batch;
  readonly BatchRequest: BatchRequest;
  readonly Inspection: BatchInspection;
  readonly Violation: Violation;
  readonly SimulationRequest: SimulationRequest;
  readonly TrackRequest: TrackRequest;
  readonly Facts: AccountFacts;
};

/** The rail of Safe multisigs, versions 1.3.0 to 1.5.0. */
export const safeRail: Rail<SafeTypes> = {
  id: "safe",
  readState: readSafeState,
  build: buildBatch,
  reject: buildRejection,
  inspect: inspectBatch,
  hashes: safeTransactionHashes,
  simulate,
  track: trackAccount,
};
