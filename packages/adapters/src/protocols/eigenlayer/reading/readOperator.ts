import { type Address, type Wad, wad } from "@ballast/core";
import { askView } from "../../../chain/askView.ts";
import { mapAnswer } from "../../../chain/mapAnswer.ts";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import type { Answer } from "../../../chain/viewQuestion.ts";
import { figureSubject } from "../figureSubject.ts";
import { question } from "../question.ts";
import type { EigenStrategy } from "../strategies.ts";
import { type Allocation, allocationsOf } from "./allocation.ts";
import type { OperatorSet } from "./operatorSet.ts";
import { readLingering } from "./readLingering.ts";

/** What the AllocationManager says of one operator. */
export type OperatorReading = {
  readonly operator: Address;
  /** Largest magnitude in each strategy, in their order; only slashing lowers it. */
  readonly magnitudes: Answer<readonly Wad[]>;
  readonly registered: Answer<readonly OperatorSet[]>;
  /** Whether what a set slashes may go to somebody instead of being burnt. */
  readonly isRedistributable: Answer<boolean>;
  /** In the order of the strategies. */
  readonly allocations: readonly Answer<readonly Allocation[]>[];
  /** Sets with magnitude that it left, by `setKey`: whether they can still slash it. */
  readonly lingering: ReadonlyMap<string, Answer<boolean>>;
};

export type OperatorRequest = {
  readonly operator: Address;
  readonly allocationManager: Address;
  readonly strategies: readonly EigenStrategy[];
};

async function readAllocations(reader: PinnedReader, request: OperatorRequest) {
  const { operator, allocationManager: to, strategies } = request;
  const subject = figureSubject(`allocations:${operator}`);
  return Promise.all(
    strategies.map(async ({ address }) => {
      const view = { to, subject, args: [operator, address], gas: 300_000n } as const;
      const answer = await askView(reader, question({ ...view, functionName: "getStrategyAllocations" }));
      return mapAnswer(answer, allocationsOf);
    }),
  );
}

async function readMagnitudes(reader: PinnedReader, request: OperatorRequest) {
  const { operator, allocationManager: to, strategies } = request;
  const args = [operator, strategies.map(({ address }) => address)] as const;
  const subject = figureSubject(`magnitude:${operator}`);
  const answer = await askView(reader, question({ to, subject, functionName: "getMaxMagnitudes", args }));
  return mapAnswer(answer, (list) => list.map(wad));
}

/**
 * Asks for one operator in one turn; its allocated sets are those that its allocations name. A second turn is needed only where it
 * left sets that still hold some of its magnitude.
 */
export async function readOperator(reader: PinnedReader, request: OperatorRequest): Promise<OperatorReading> {
  const { operator, allocationManager: to } = request;
  const about = { to, subject: figureSubject(`allocations:${operator}`), args: [operator] } as const;
  const [magnitudes, sets, isRedistributable, allocations] = await Promise.all([
    readMagnitudes(reader, request),
    askView(reader, question({ ...about, functionName: "getRegisteredSets", gas: 200_000n })),
    askView(reader, question({ ...about, functionName: "isOperatorRedistributable", gas: 300_000n })),
    readAllocations(reader, request),
  ]);
  const registered = mapAnswer(sets, (list) => list.map(({ avs, id }) => ({ avs, id: BigInt(id) })));
  const lingering = await readLingering(reader, {
    operator,
    allocationManager: to,
    registered: registered.ok ? registered.value : [],
    allocations: registered.ok ? allocations.flatMap((answer) => (answer.ok ? answer.value : [])) : [],
  });
  return { operator, magnitudes, registered, isRedistributable, allocations, lingering };
}
