import type { RawAmount } from "@ballast/core";
import type { ProtocolRefusal } from "../../withdrawals/protocolRefusal.ts";
import { accessRefusals, type EtherfiAccess } from "./accessRefusals.ts";
import type { EtherfiTotals } from "./maths/etherfiTotals.ts";
import { withdrawalRequestOfWeEth } from "./maths/withdrawalRequestOfWeEth.ts";

/** What ether.fi looks at when a withdrawal is requested with weETH. Limits in wei of eETH. */
export type EtherfiRequestFacts = EtherfiAccess & {
  readonly totals: EtherfiTotals;
  readonly least: bigint;
  readonly most: bigint;
  /** weETH that the account holds. */
  readonly balance: RawAmount;
  readonly receivesNfts: boolean;
};

function amountRefusal(
  amount: RawAmount,
  { totals, least, most }: EtherfiRequestFacts,
): ProtocolRefusal | null {
  if (amount < 1n) return { error: "ZeroAmount", text: "A request is for more than nothing." };
  const { amountOfEEth, shareOfEEth } = withdrawalRequestOfWeEth(amount, totals);
  const said = `${amount} wei of weETH becomes ${amountOfEEth} wei of eETH; a request is for`;
  if (amountOfEEth < least || amountOfEEth === 0n) {
    const text = `${said} at least ${least}. Leave it, or add it to a larger one.`;
    return { error: "InvalidWithdrawalAmount", text };
  }
  if (amountOfEEth > most) {
    const text = `${said} at most ${most}. Split it, with room for the rate to grow.`;
    return { error: "InvalidWithdrawalAmount", text };
  }
  if (shareOfEEth > 0n) return null;
  return { error: "InvalidShareAmount", text: `${said} at least one share. Ask for more.` };
}

/**
 * Why ether.fi would refuse these withdrawal requests, empty when it would take them (etherfi-protocol/smart-contracts,
 * src/withdrawals/WeETHWithdrawAdapter.sol, src/core/LiquidityPool.sol requestWithdraw, WithdrawRequestNFT.sol requestWithdraw).
 *
 * @param amounts of weETH, one for each request
 */
export function etherfiRequestRefusals(
  amounts: readonly RawAmount[],
  facts: EtherfiRequestFacts,
): readonly ProtocolRefusal[] {
  const sum = amounts.reduce((total, amount) => total + amount, 0n);
  const lacking = {
    error: "ERC20: transfer amount exceeds balance",
    text: `${sum} wei of weETH are asked for; the account holds ${facts.balance}.`,
  };
  const noCallback = {
    error: "ERC721: transfer to non ERC721Receiver implementer",
    text: "The account does not answer onERC721Received: set the Safe's compatibility fallback handler first.",
  };
  return [
    ...accessRefusals(facts),
    ...(sum > facts.balance ? [lacking] : []),
    ...amounts.flatMap((amount) => amountRefusal(amount, facts) ?? []),
    ...(facts.receivesNfts ? [] : [noCallback]),
  ];
}
