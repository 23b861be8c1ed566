import {
  buildRejection,
  outcomeOf,
  readBlocks,
  safeTransactionHashes,
  trackAccount,
} from "@ballast/adapters";
import { type BlockNumber, blockNumber, type NonceConsumer, type Snapshot } from "@ballast/core";
import { type ProposalFacts, type ProposalRow, tickById } from "@ballast/db";
import { accountOf } from "../queue/queuedTransaction.ts";
import type { Keeper } from "../service/keeper.ts";

/** Who used up a proposal's nonce, and where on the chain; null when it was earlier than was looked. */
export type Consumption = { readonly consumer: NonceConsumer; readonly stored: ProposalFacts };

/** How far back an execution is looked for when nothing says when the transaction was proposed. */
const LOOK_BACK = 5_000n;

/** Asks the chain who used up the nonce of a proposal. */
export async function nonceConsumer(
  keeper: Keeper,
  { row, snapshot }: { readonly row: ProposalRow; readonly snapshot: Snapshot },
): Promise<Consumption | null> {
  const { deployment, sources } = keeper;
  const account = accountOf(row);
  const [source] = sources;
  const fromBlock = await searchFrom(keeper, { row, snapshot });
  const facts = await trackAccount({ source, account, deployment, fromBlock, toBlock: snapshot.block });
  const found = outcomeOf(facts, { safeTxHash: row.safeTxHash, nonce: row.nonce });
  if (found.state === "open" || found.state === "before-range") return null;
  const [block] = await readBlocks(source, { chainId: account.chainId, numbers: [found.at.blockNumber] });
  const { safeTxHash: rejection } = safeTransactionHashes(buildRejection(account, row.nonce), account);
  const safeTxHash = found.state === "replaced" ? found.by : row.safeTxHash;
  return {
    consumer: { safeTxHash, succeeded: found.state !== "reverted", isRejection: safeTxHash === rejection },
    stored: {
      executedTxHash: found.at.transactionHash,
      executedBlock: found.at.blockNumber,
      executedBlockHash: found.at.blockHash,
      executedAt: block?.timestamp ?? null,
    },
  };
}

async function searchFrom(
  keeper: Keeper,
  { row, snapshot }: { readonly row: ProposalRow; readonly snapshot: Snapshot },
): Promise<BlockNumber> {
  const tick = row.tickId === null ? undefined : await tickById(keeper.db, row.tickId);
  if (tick !== undefined) return tick.blockNumber;
  const { number } = snapshot.block;
  return blockNumber(number > LOOK_BACK ? number - LOOK_BACK : 0n);
}
