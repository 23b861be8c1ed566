import type { DevnetTransaction } from "@ballast/devnet";
import type { Address } from "viem";
import type { Act } from "./action.ts";
import type { EtherfiRig } from "./etherfiRig.ts";
import { figure, type RecordedStep } from "./recordedStep.ts";

/** The contracts take a price of up to 25 hours. */
const LONGER_THAN_A_PRICE_HOLDS = 26 * 3_600;

/** What is done before a step, how many seconds later the step is when that matters, and what is undone after it. */
type Condition = {
  readonly before: readonly DevnetTransaction[];
  readonly seconds?: number;
  readonly after: readonly DevnetTransaction[];
};

/**
 * What administrators did around a step and no step tells of: pauses, a blacklisting, an invalid request, a price. It follows
 * from the recorded revert alone, which nothing else brings about, and is in force for this one step: whether the next
 * one meets it again is told by the next one's own outcome. The comparison still proves something: that this action
 * asks for this condition, and that no check before it refuses first.
 */
export async function impliedConditions(
  step: RecordedStep,
  { rig, act }: { rig: EtherfiRig; act: Act },
): Promise<Condition | undefined> {
  const error = /^\w+/.exec(String(step.reverted ?? ""))?.[0] ?? "";
  return (await pauses(error, { rig, door: rig.contracts[act.door] })) ?? others(step, { rig, act, error });
}

async function pauses(
  error: string,
  { rig: { call, empty }, door }: { rig: EtherfiRig; door: Address },
): Promise<Condition | undefined> {
  if (error === "ContractPaused")
    return { before: [call(door, { fn: "pause" })], after: [call(door, { fn: "unpause" })] };
  if (error !== "ContractPausedUntil") return undefined;
  const { timestamp } = await empty.chain.reader.getBlock();
  const before = [call(door, { fn: "pauseUntil", args: [timestamp + 86_400n] })];
  return { before, after: [call(door, { fn: "unpauseUntil" })] };
}

function others(
  step: RecordedStep,
  { rig, act, error }: { rig: EtherfiRig; act: Act; error: string },
): Condition | undefined {
  const { call, contracts } = rig;
  const { blacklister, withdrawRequestNFT, feed } = contracts;
  const price = (answer: bigint) => [call(feed, { fn: "transmit", args: [answer] })];
  const usual = price(10n ** 18n);
  const conditions: Readonly<Record<string, () => Condition>> = {
    BlacklistedUser: () => ({
      before: [call(blacklister, { fn: "blacklistUser", args: [act.from] })],
      after: [call(blacklister, { fn: "unblacklistUser", args: [act.from] })],
    }),
    RequestNotValid: () => {
      const args = [figure(step, "args.requestId")];
      return {
        before: [call(withdrawRequestNFT, { fn: "invalidateRequest", args })],
        after: [call(withdrawRequestNFT, { fn: "validateRequest", args })],
      };
    },
    InvalidStEthPrice: () => ({ before: price(2n * 10n ** 18n), after: usual }),
    InvalidPriceFeed: () => ({ before: price(0n), after: usual }),
    StalePriceFeed: () => ({ before: [], seconds: LONGER_THAN_A_PRICE_HOLDS, after: usual }),
  };
  return conditions[error]?.();
}
