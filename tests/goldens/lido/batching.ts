import { finalizationNeed, requestShareRateDown } from "@ballast/adapters";
import type { LidoFile, LidoStep } from "./lidoFile.ts";
import { type QueuedRequest, queuedRequests } from "./queuedRequests.ts";

/** Splits requests into the batches that finalisation judges as wholes. */
export type Batching = (
  requests: readonly QueuedRequest[],
  maxShareRate: bigint,
) => readonly QueuedRequest[][];

/** The oracle's way: a batch ends where the line of the maximum is crossed, but requests of one report stay together. */
const byReport: Batching = (requests, maxShareRate) => {
  const batches: QueuedRequest[][] = [];
  for (const request of requests) {
    const previous = batches.at(-1)?.at(-1);
    const isAbove = (one: QueuedRequest) => requestShareRateDown(one) > maxShareRate;
    const joins =
      previous !== undefined &&
      (previous.report === request.report || isAbove(previous) === isAbove(request));
    if (joins) batches.at(-1)?.push(request);
    else batches.push([request]);
  }
  return batches;
};
const asOne: Batching = (requests) => [[...requests]];
const oneByOne: Batching = (requests) => requests.map((request) => [request]);

/**
 * How the recording split its finalisations: it does not say. All requests of a finalisation are one batch, unless another way fits more of
 * the finalisations of the whole file; so one altered figure does not choose the way that fits it.
 */
export function batchingOf(file: LidoFile): Batching {
  const requests = queuedRequests(file);
  const finalisations = file.steps.filter(({ action, ethLocked }) => action === "finalize" && ethLocked);
  const ways = [asOne, byReport, oneByOne].map((way) => ({
    way,
    fits: finalisations.filter((step, index) => {
      const from = upTo(finalisations[index - 1]);
      const batch = requests.filter(({ id }) => id > from && id <= upTo(step));
      return batch.length > 0 && fits(step, { batch, way });
    }).length,
  }));
  return ways.sort((left, right) => right.fits - left.fits)[0]?.way ?? asOne;
}

const argument = (step: LidoStep | undefined, name: string): unknown =>
  (step?.args as Record<string, unknown> | undefined)?.[name];

function upTo(step: LidoStep | undefined): bigint {
  const text = String(argument(step, "upTo") ?? "");
  return /^\d+$/.test(text) ? BigInt(text) : 0n;
}

function fits(
  step: LidoStep,
  { batch, way }: { readonly batch: readonly QueuedRequest[]; readonly way: Batching },
): boolean {
  const text = String(argument(step, "maxShareRate") ?? "");
  if (!/^\d+$/.test(text)) return false;
  const maxShareRate = BigInt(text);
  const need = finalizationNeed(way(batch, maxShareRate), maxShareRate);
  return String(need.ethToLockDown) === String(step.ethLocked);
}
