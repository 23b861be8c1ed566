import type { Address } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { PinnedCall } from "../../chain/pinnedReader.ts";
import { WITHDRAW_REQUEST_NFT } from "./abi.ts";
import { etherfiTicket } from "./ticketOf.ts";

const METHODS = ["ownerOf", "getRequest", "getClaimableAmount"] as const;

/** The questions about one request, in this order: whose it is, what it remembers, what it pays. A second source must confirm them. */
export const requestCalls = (nft: Address, requestId: bigint): readonly PinnedCall[] =>
  METHODS.map((functionName) => ({
    subject: `ticket:${etherfiTicket(requestId)}`,
    to: nft,
    data: encodeFunctionData({ abi: WITHDRAW_REQUEST_NFT, functionName, args: [requestId] }),
  }));
