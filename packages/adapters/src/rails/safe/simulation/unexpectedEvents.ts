import type { Address, Hex, Unexpected } from "@ballast/core";
import type { BurnedToken, PlanParties } from "./planParties.ts";
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

const NOBODY: Address = "0x0000000000000000000000000000000000000000";

const addressIn = (topic: Hex | undefined): Address | null =>
  topic !== undefined && topic.length === 66 ? (`0x${topic.slice(26)}` as Address) : null;

/** The chain says that a ticket's token, and no other, was burned. */
const isBurn = ({ address, topics }: SimulatedLog, burned: readonly BurnedToken[]): boolean =>
  topics[0] === TRANSFER &&
  addressIn(topics[2]) === NOBODY &&
  topics[3] !== undefined &&
  burned.some(({ contract, id }) => contract === address && id === BigInt(topics[3] ?? 0));

/**
 * Events in which the account gives tokens, ETH or an allowance to somebody whom the plan does not name. The tokens of
 * the tickets that the plan claims may be burned, each by its own contract.
 */
export function unexpectedEvents(
  logs: readonly SimulatedLog[],
  parties: { readonly account: Address } & Pick<PlanParties, "payees" | "burned">,
): readonly Unexpected[] {
  const { account, payees, burned } = parties;
  return logs.flatMap((log) => {
    const [topic, from, to] = log.topics;
    const code = topic === undefined ? undefined : CODES[topic];
    const receiver = addressIn(to);
    if (code === undefined || addressIn(from) !== account || isBurn(log, burned)) return [];
    if (receiver !== null && (receiver === account || payees.includes(receiver))) return [];
    return [{ code, detail: `${log.address} says: from the account to ${receiver ?? "somebody not named"}` }];
  });
}
