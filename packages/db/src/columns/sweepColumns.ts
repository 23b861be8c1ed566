import { bigint } from "drizzle-orm/pg-core";
import { integer } from "./integer.ts";

/** What a row carries that only the holder of its chain's sweep lease may write; see the trigger `guard_sweep`. */
export const sweepColumns = () => ({
  chainId: integer("chain_id").notNull(),
  epoch: bigint("epoch", { mode: "bigint" }).notNull(),
});
