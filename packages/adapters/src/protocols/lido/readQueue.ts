import type { Address } from "@ballast/core";
import type { ReadRequest } from "../../adapter.ts";
import type { Read } from "../../chain/read.ts";
import { readGetters } from "../../chain/readGetters.ts";
import { readWord } from "../../chain/readWord.ts";
import { QUEUE_GETTERS } from "./abi.ts";
import { LIDO_ID } from "./contracts.ts";

/** What the withdrawal queue says of itself. Amounts in wei of stETH. */
export type QueueReading = {
  readonly address: Address;
  readonly isPaused: Read<boolean>;
  /** First second in which it runs again; all bits when nobody knows when; some time past when it runs. */
  readonly resumeSince: Read<bigint>;
  readonly isBunkerModeActive: Read<boolean>;
  readonly unfinalized: Read<bigint>;
  readonly least: Read<bigint>;
  readonly most: Read<bigint>;
  readonly lastFinalized: Read<bigint>;
  readonly lastCheckpoint: Read<bigint>;
};

const subject = `venue:${LIDO_ID}`;
const flag = (read: Read<bigint>): Read<boolean> => (read.ok ? { ok: true, value: read.value !== 0n } : read);

/** Reads the queue; null where the deployment has none. */
export async function readQueue({ reader, deployment }: ReadRequest): Promise<QueueReading | null> {
  const { withdrawalQueue } = deployment.venues[LIDO_ID] ?? {};
  if (withdrawalQueue === undefined) return null;
  const { address } = withdrawalQueue;
  const read = await readGetters(reader, { contract: address, names: QUEUE_GETTERS, subject });
  const word = (name: (typeof QUEUE_GETTERS)[number]) => readWord(read[name], subject);
  return {
    address,
    isPaused: flag(word("isPaused")),
    resumeSince: word("getResumeSinceTimestamp"),
    isBunkerModeActive: flag(word("isBunkerModeActive")),
    unfinalized: word("unfinalizedStETH"),
    least: word("MIN_STETH_WITHDRAWAL_AMOUNT"),
    most: word("MAX_STETH_WITHDRAWAL_AMOUNT"),
    lastFinalized: word("getLastFinalizedRequestId"),
    lastCheckpoint: word("getLastCheckpointIndex"),
  };
}
