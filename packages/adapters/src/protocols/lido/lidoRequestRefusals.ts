import type { RawAmount, UnixSeconds } from "@ballast/core";
import type { ProtocolRefusal } from "../../withdrawals/protocolRefusal.ts";
import type { PoolTotals } from "./maths/poolTotals.ts";
import { wstEthRequestDown } from "./maths/withdrawalRequest.ts";

/** What Lido's queue looks at when it is asked. Limits in wei of stETH. */
export type LidoRequestFacts = {
  readonly now: UnixSeconds;
  /** First second in which the queue runs again (`getResumeSinceTimestamp`). */
  readonly resumeSince: bigint;
  readonly isStopped: boolean;
  readonly totals: PoolTotals;
  readonly least: bigint;
  readonly most: bigint;
  /** wstETH that the account holds. */
  readonly balance: RawAmount;
};

const FOR_EVER = 2n ** 256n - 1n;

function pauseRefusals({ now, resumeSince, isStopped }: LidoRequestFacts): readonly ProtocolRefusal[] {
  const until = resumeSince === FOR_EVER ? "until somebody resumes it" : `until block time ${resumeSince}`;
  const paused = {
    error: "ResumedExpected",
    text: `The withdrawal queue is paused ${until}. Ask again then, or sell on a market.`,
  };
  const stopped = {
    error: "CONTRACT_IS_STOPPED",
    text: "stETH stands still, so nothing can be unwrapped. Ask again when it is resumed, or sell wstETH on a market.",
  };
  return [...(now < resumeSince ? [paused] : []), ...(isStopped ? [stopped] : [])];
}

function amountRefusal(amount: RawAmount, { totals, least, most }: LidoRequestFacts): ProtocolRefusal | null {
  const { amountOfStETH } = wstEthRequestDown(amount, totals);
  const said = `${amount} wei of wstETH becomes ${amountOfStETH} wei of stETH`;
  if (amountOfStETH < least) {
    const text = `${said}; a request is for at least ${least}. Leave it, or add it to a larger one.`;
    return { error: "RequestAmountTooSmall", text };
  }
  if (amountOfStETH > most) {
    const text = `${said}; a request is for at most ${most}. Split it, with room for the rate to grow.`;
    return { error: "RequestAmountTooLarge", text };
  }
  return null;
}

/**
 * Why Lido's queue would refuse these amounts of wstETH, in the order in which its contracts check
 * (lidofinance/core, contracts/0.8.9/WithdrawalQueue.sol, requestWithdrawalsWstETH); empty when it would take them.
 *
 * @throws UnitError when nothing is pooled
 */
export function lidoRequestRefusals(
  amounts: readonly RawAmount[],
  facts: LidoRequestFacts,
): readonly ProtocolRefusal[] {
  const sum = amounts.reduce((total, amount) => total + amount, 0n);
  const lacking = {
    error: "ERC20: transfer amount exceeds balance",
    text: `${sum} wei of wstETH are asked for; the account holds ${facts.balance}.`,
  };
  return [
    ...pauseRefusals(facts),
    ...(sum > facts.balance ? [lacking] : []),
    ...amounts.flatMap((amount) => amountRefusal(amount, facts) ?? []),
  ];
}
