import { rawAmount, type TicketEvent } from "@ballast/core";
import type { RawLog, TicketLog } from "../../adapter.ts";
import { COIN } from "../../coin.ts";
import { logWords } from "../../tickets/logWords.ts";
import { ticketPlace } from "../../tickets/ticketPlace.ts";
import { transferLogs } from "../../tickets/transferLogs.ts";
import { wordAddress } from "../../tickets/wordAddress.ts";
import { ETHERFI_ID, WEETH_POSITION } from "./contracts.ts";
import { etherfiTicket } from "./ticketOf.ts";

const contract = "withdrawRequestNFT";

/** Created and claimed have the same form: the amount is what was asked, or what was paid; the owner is who got the NFT, or the ether. */
const decodeAs =
  (kind: "requested" | "claimed") =>
  (log: RawLog): TicketEvent => {
    const [requestId = 0n, amount = 0n, , owner = 0n] = logWords(log, 4);
    return {
      kind,
      ticket: etherfiTicket(requestId),
      venue: ETHERFI_ID,
      account: wordAddress(owner),
      position: WEETH_POSITION,
      amounts: [{ asset: COIN, amount: rawAmount(amount) }],
      ...ticketPlace(log),
    };
  };

/** The log does not say whose it was. */
function invalidated(log: RawLog): TicketEvent {
  const [requestId = 0n] = logWords(log, 1);
  return {
    kind: "invalidated",
    ticket: etherfiTicket(requestId),
    venue: ETHERFI_ID,
    account: null,
    position: WEETH_POSITION,
    amounts: [],
    ...ticketPlace(log),
  };
}

/** etherfi-protocol/smart-contracts, src/withdrawals/WithdrawRequestNFT.sol. A request that is seized is transferred too. */
export const ticketLogs: readonly TicketLog[] = [
  {
    contract,
    signature:
      "WithdrawRequestCreated(uint32 indexed requestId,uint256 amountOfEEth,uint256 shareOfEEth,address owner)",
    decode: decodeAs("requested"),
  },
  {
    contract,
    signature:
      "WithdrawRequestClaimed(uint32 indexed requestId,uint256 amountOfEEth,uint256 shareOfEEth,address owner)",
    decode: decodeAs("claimed"),
  },
  { contract, signature: "WithdrawRequestInvalidated(uint32 indexed requestId)", decode: invalidated },
  ...transferLogs({ contract, venue: ETHERFI_ID, position: WEETH_POSITION, ticketOf: etherfiTicket }),
];
