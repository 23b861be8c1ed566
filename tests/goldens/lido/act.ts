import type { Address } from "viem";
import type { Batching } from "./batching.ts";
import type { Fields, LidoStep } from "./lidoFile.ts";
import type { Attempt, LidoWorld } from "./lidoWorld.ts";
import type { QueuedRequest } from "./queuedRequests.ts";

/** A step about to be replayed. */
export type Act = {
  readonly world: LidoWorld;
  readonly step: LidoStep;
  /** who takes it */
  readonly from: Address;
  /** how finalisations are split, and the requests as recorded */
  readonly batching: Batching;
  readonly requests: readonly QueuedRequest[];
};

/**
 * Replays one kind of step and tells its figures in the form of the recording.
 * @throws StepProblem when a field that it needs is missing
 */
export type Handler = (act: Act) => Promise<Fields>;

/** The figures of a transaction, or its revert. */
export async function outcomeOf(
  attempt: Attempt,
  figures: (done: Exclude<Attempt, { reverted: string }>) => Promise<Fields> | Fields,
): Promise<Fields> {
  return "reverted" in attempt ? attempt : figures(attempt);
}
