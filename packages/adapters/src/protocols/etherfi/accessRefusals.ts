import type { UnixSeconds } from "@ballast/core";
import type { ProtocolRefusal } from "../../withdrawals/protocolRefusal.ts";
import type { PausableContract } from "./switches.ts";

/** The switches of one contract as they stand. */
export type ContractPause = {
  readonly contract: PausableContract;
  readonly paused: boolean;
  readonly pausedUntil: UnixSeconds;
};

export type EtherfiAccess = {
  readonly now: UnixSeconds;
  /** The account is blacklisted while this is later than now. */
  readonly blacklistedUntil: bigint;
  /** Of the contracts that take part. */
  readonly pauses: readonly ContractPause[];
};

function pauseRefusals({ contract, paused, pausedUntil }: ContractPause, now: UnixSeconds) {
  const wait = "Try again then, or sell weETH on a market where it still moves.";
  const forGood = { error: "ContractPaused", text: `${contract} is paused until somebody lifts it. ${wait}` };
  const timed = {
    error: `ContractPausedUntil(${pausedUntil})`,
    text: `${contract} is paused up to block time ${pausedUntil}, that second included. ${wait}`,
  };
  return [...(paused ? [forGood] : []), ...(pausedUntil >= now ? [timed] : [])];
}

/**
 * Why ether.fi would not deal with the account at all: a contract stands still (etherfi-protocol/smart-contracts,
 * src/governance/utils/PausableUntil.sol, whenNotPaused), or the account is blocked (src/governance/Blacklister.sol).
 */
export function accessRefusals({ now, blacklistedUntil, pauses }: EtherfiAccess): readonly ProtocolRefusal[] {
  const blocked = {
    error: "BlacklistedUser",
    text: `ether.fi blocks the account up to block time ${blacklistedUntil}: no transfer, request, redemption or claim. Ask ether.fi why.`,
  };
  return [
    ...pauses.flatMap((pause) => pauseRefusals(pause, now)),
    ...(blacklistedUntil > now ? [blocked] : []),
  ];
}
