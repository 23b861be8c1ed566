import { bigint } from "drizzle-orm/pg-core";
import { address } from "./address.ts";
import { integer } from "./integer.ts";

/**
 * What a row carries that only the holder of its account's lane may write. The trigger `guard_lane` builds the name
 * of the lease from chain and account, and compares `epoch` with it.
 */
export const laneColumns = () => ({
  chainId: integer("chain_id").notNull(),
  account: address("account").notNull(),
  epoch: bigint("epoch", { mode: "bigint" }).notNull(),
});
