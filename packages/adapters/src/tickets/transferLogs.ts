import type { PositionId, TicketId, VenueId } from "@ballast/core";
import type { RawLog, TicketLog } from "../adapter.ts";
import { logWords } from "./logWords.ts";
import { ticketPlace } from "./ticketPlace.ts";
import { wordAddress } from "./wordAddress.ts";

/** Tickets that are NFTs of a contract. */
export type NftTickets = {
  readonly contract: string;
  readonly venue: VenueId;
  readonly position: PositionId;
  readonly ticketOf: (tokenId: bigint) => TicketId;
};

const signature = "Transfer(address indexed from,address indexed to,uint256 indexed tokenId)";

/**
 * A ticket that is an NFT changes hands: it is gone from one holder, and the other has one that the log says no amount of. Minting
 * and burning are told by the venue's own events (EIP-721, event Transfer). Decoding throws LogUnreadable for a log of another form.
 */
export function transferLogs({ contract, venue, position, ticketOf }: NftTickets): readonly TicketLog[] {
  const decodeAs = (kind: "transferred-away" | "requested") => (log: RawLog) => {
    const [from = 0n, to = 0n, tokenId = 0n] = logWords(log, 3);
    if (from === 0n || to === 0n) return null;
    const account = wordAddress(kind === "requested" ? to : from);
    return { kind, ticket: ticketOf(tokenId), venue, account, position, amounts: [], ...ticketPlace(log) };
  };
  return [
    { contract, signature, decode: decodeAs("transferred-away") },
    { contract, signature, decode: decodeAs("requested") },
  ];
}
