import { type AccountOfTreasury, listAccounts } from "@ballast/db";
import { cache } from "react";
import { chainFacts } from "./chainFacts.ts";
import { database } from "./database.ts";

/** Every account that the keeper knows. */
export const allAccounts = cache(async (): Promise<readonly AccountOfTreasury[]> => {
  const chain = await chainFacts();
  return chain === null ? [] : listAccounts(database().db, chain.chainId);
});
