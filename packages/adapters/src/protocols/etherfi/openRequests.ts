import type { AccountRef } from "@ballast/core";
import type { ReadRequest } from "../../adapter.ts";
import { ETHERFI_ID } from "./contracts.ts";

const NUMBER = new RegExp(`^${ETHERFI_ID}:([0-9]{1,10})$`);

/** Ids of the account's requests that events say are open, each once: the NFT cannot list them. */
export function openRequests(
  { openTickets = [] }: Pick<ReadRequest, "openTickets">,
  { address }: AccountRef,
): readonly bigint[] {
  const ids = openTickets.flatMap(({ account, ticket }) => {
    const [, number] = account === address ? (NUMBER.exec(ticket) ?? []) : [];
    return number === undefined ? [] : [BigInt(number)];
  });
  return [...new Set(ids)];
}
