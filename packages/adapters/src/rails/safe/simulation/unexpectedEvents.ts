import type { Address, Hex, Unexpected } from "@ballast/core";
import type { SimulatedLog } from "./simulationRun.ts";

/** `Transfer(address,address,uint256)` of ERC-20 and ERC-721; traced ETH transfers have the same form. */
const TRANSFER: Hex = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
/** `Approval(address,address,uint256)` of ERC-20 and ERC-721. */
const APPROVAL: Hex = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
/** `ApprovalForAll(address,address,bool)` of ERC-721 and ERC-1155. */
const APPROVAL_FOR_ALL: Hex = "0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31";
const CODES: Readonly<Record<Hex, string>> = {
  [TRANSFER]: "transfer-to-stranger",
  [APPROVAL]: "approval-to-stranger",
  [APPROVAL_FOR_ALL]: "approval-to-stranger",
};

const addressIn = (topic: Hex | undefined): Address | null =>
  topic !== undefined && topic.length === 66 ? (`0x${topic.slice(26)}` as Address) : null;

/**
 * Events in which the account gives tokens, ETH or an allowance to somebody whom the plan does not name.
 * `known` holds the pools and routers of the plan.
 */
export function unexpectedEvents(
  logs: readonly SimulatedLog[],
  parties: { readonly account: Address; readonly known: readonly Address[] },
): readonly Unexpected[] {
  const { account, known } = parties;
  return logs.flatMap(({ address, topics: [topic, from, to] }) => {
    const code = topic === undefined ? undefined : CODES[topic];
    const receiver = addressIn(to);
    if (code === undefined || addressIn(from) !== account) return [];
    if (receiver !== null && (receiver === account || known.includes(receiver))) return [];
    return [{ code, detail: `${address} says: from the account to ${receiver ?? "somebody not named"}` }];
  });
}
