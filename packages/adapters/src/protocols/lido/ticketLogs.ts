import { rawAmount, type TicketEvent } from "@ballast/core";
import type { RawLog, TicketLog } from "../../adapter.ts";
import { COIN } from "../../coin.ts";
import { logWords } from "../../tickets/logWords.ts";
import { ticketPlace } from "../../tickets/ticketPlace.ts";
import { transferLogs } from "../../tickets/transferLogs.ts";
import { wordAddress } from "../../tickets/wordAddress.ts";
import { LIDO_ID, WSTETH_POSITION } from "./contracts.ts";
import { lidoTicket } from "./ticketOf.ts";

const contract = "withdrawalQueue";

function requested(log: RawLog): TicketEvent {
  const [requestId = 0n, , owner = 0n, amountOfStETH = 0n] = logWords(log, 5);
  return {
    kind: "requested",
    ticket: lidoTicket(requestId),
    venue: LIDO_ID,
    account: wordAddress(owner),
    position: WSTETH_POSITION,
    amounts: [{ asset: COIN, amount: rawAmount(amountOfStETH) }],
    ...ticketPlace(log),
  };
}

/** An owner may send what a claim pays to somebody else; the account itself then received nothing. */
function claimed(log: RawLog): TicketEvent {
  const [requestId = 0n, owner = 0n, receiver, amountOfETH = 0n] = logWords(log, 4);
  return {
    kind: "claimed",
    ticket: lidoTicket(requestId),
    venue: LIDO_ID,
    account: wordAddress(owner),
    position: WSTETH_POSITION,
    amounts: [{ asset: COIN, amount: rawAmount(receiver === owner ? amountOfETH : 0n) }],
    ...ticketPlace(log),
  };
}

/** lidofinance/core, contracts/0.8.9/WithdrawalQueueBase.sol; the NFT's transfers are of WithdrawalQueueERC721.sol. */
export const ticketLogs: readonly TicketLog[] = [
  {
    contract,
    signature:
      "WithdrawalRequested(uint256 indexed requestId,address indexed requestor,address indexed owner,uint256 amountOfStETH,uint256 amountOfShares)",
    decode: requested,
  },
  {
    contract,
    signature:
      "WithdrawalClaimed(uint256 indexed requestId,address indexed owner,address indexed receiver,uint256 amountOfETH)",
    decode: claimed,
  },
  ...transferLogs({ contract, venue: LIDO_ID, position: WSTETH_POSITION, ticketOf: lidoTicket }),
];
