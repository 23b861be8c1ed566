import type { Address } from "@ballast/core";
import { askView } from "../../../chain/askView.ts";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import type { Answer } from "../../../chain/viewQuestion.ts";
import { figureSubject } from "../figureSubject.ts";
import { question } from "../question.ts";
import type { Allocation } from "./allocation.ts";
import { type OperatorSet, setKey } from "./operatorSet.ts";

export type LingeringRequest = {
  readonly operator: Address;
  readonly allocationManager: Address;
  readonly registered: readonly OperatorSet[];
  readonly allocations: readonly Allocation[];
};

/** Sets that hold some of the operator's magnitude although it is not registered there. */
function leftSets({ registered, allocations }: LingeringRequest): readonly OperatorSet[] {
  const present = new Set(registered.map(setKey));
  const held = allocations.filter(({ currentMagnitude }) => currentMagnitude > 0n).map(({ set }) => set);
  const distinct = new Map(held.map((set) => [setKey(set), set]));
  return [...distinct.values()].filter((set) => !present.has(setKey(set)));
}

/**
 * Whether sets that the operator left can still slash it, by `setKey`: they can for the deallocation delay. Asks nothing when it
 * left none.
 */
export async function readLingering(
  reader: PinnedReader,
  request: LingeringRequest,
): Promise<ReadonlyMap<string, Answer<boolean>>> {
  const { operator, allocationManager: to } = request;
  const subject = figureSubject(`allocations:${operator}`);
  const asked = leftSets(request).map(async (set) => {
    const args = [operator, { avs: set.avs, id: Number(set.id) }] as const;
    const answer = await askView(
      reader,
      question({ to, subject, functionName: "isOperatorSlashable", args }),
    );
    return [setKey(set), answer] as const;
  });
  return new Map(await Promise.all(asked));
}
