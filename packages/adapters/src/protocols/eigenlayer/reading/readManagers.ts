import type { Address } from "@ballast/core";
import { askView } from "../../../chain/askView.ts";
import { mapAnswer } from "../../../chain/mapAnswer.ts";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import type { Answer } from "../../../chain/viewQuestion.ts";
import type { NamedContract } from "../../../proxies/readProxies.ts";
import { EIGENLAYER_ID } from "../contracts.ts";
import type { CoreContracts } from "../coreContracts.ts";
import { figureSubject } from "../figureSubject.ts";
import { question } from "../question.ts";

/** A contract with its `paused()` bitmap. */
export type PauseReading = NamedContract & { readonly paused: Answer<bigint> };

/** What EigenLayer's own contracts say of everybody. */
export type ManagersReading = {
  readonly core: CoreContracts;
  /** Of every listed contract that is no strategy. */
  readonly pauses: readonly PauseReading[];
  /** Blocks after the one of the request in which a withdrawal can still be slashed. */
  readonly delayBlocks: Answer<bigint>;
  /** Owner of the StrategyManager, as a number. */
  readonly owner: Answer<bigint>;
};

export type ManagersRequest = {
  readonly core: CoreContracts;
  readonly listed: Readonly<Record<string, { readonly address: Address }>>;
};

const PAUSABLE = ["delegationManager", "strategyManager", "allocationManager", "eigenPodManager"] as const;

/** Asks for the pauses, the delay and the owner, all in one turn. */
export async function readManagers(
  reader: PinnedReader,
  { core, listed }: ManagersRequest,
): Promise<ManagersReading> {
  const pausable = PAUSABLE.flatMap((name) => {
    const address = listed[name]?.address;
    return address === undefined ? [] : [{ name, address }];
  });
  const pauseOf = ({ name, address: to }: NamedContract) =>
    askView(
      reader,
      question({ to, functionName: "paused", args: [], subject: figureSubject(`pause:${name}`) }),
    );
  const delay = { to: core.delegationManager, subject: `venue:${EIGENLAYER_ID}` };
  const owned = { to: core.strategyManager, subject: figureSubject("owner:strategyManager") };
  const [pauses, delayBlocks, owner] = await Promise.all([
    Promise.all(pausable.map(async (contract) => ({ ...contract, paused: await pauseOf(contract) }))),
    askView(reader, question({ ...delay, functionName: "minWithdrawalDelayBlocks", args: [] })),
    askView(reader, question({ ...owned, functionName: "owner", args: [] })),
  ]);
  return { core, pauses, delayBlocks: mapAnswer(delayBlocks, BigInt), owner: mapAnswer(owner, BigInt) };
}
