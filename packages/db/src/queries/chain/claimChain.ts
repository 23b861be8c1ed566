import type { Database } from "../../client/database.ts";
import { type ChainFacts, WrongChainError } from "../../errors/WrongChainError.ts";
import { chainIdentity } from "../../schema/chainIdentity.ts";

/**
 * Ties an empty database to this chain, or makes sure that it is the chain it is tied to.
 * @throws WrongChainError when chain id, genesis hash or hash of block 1 is another
 */
export async function claimChain(db: Database, offered: ChainFacts): Promise<void> {
  await db.insert(chainIdentity).values(offered).onConflictDoNothing();
  const [stored] = await db.select().from(chainIdentity);
  if (!stored) throw new Error("chain_identity is empty right after a row was inserted; is row security on?");
  const same =
    stored.chainId === offered.chainId &&
    stored.genesisHash === offered.genesisHash &&
    stored.block1Hash === offered.block1Hash;
  if (!same) throw new WrongChainError({ stored, offered });
}
