import type { Flag } from "@ballast/core";

/** A pause getter of one of the venue's contracts. Older versions of the contracts lack some of them. */
export type PauseSwitch = {
  readonly contract: "weETH" | "eETH" | "liquidityPool";
  readonly method: "paused" | "pausedUntil";
  /** A getter of the same contract that every version has. */
  readonly control: "getRate" | "totalShares" | "getTotalPooledEther";
  readonly code: string;
  readonly stops: Flag["stops"];
  readonly why: string;
};

/**
 * `paused()` and the time-boxed `pausedUntil()` are separate switches: a contract stands still while either says so
 * (etherfi-protocol/smart-contracts, src/governance/utils/PausableUntil.sol: paused while pausedUntil ≥ now).
 */
export const SWITCHES: readonly PauseSwitch[] = [
  {
    contract: "weETH",
    method: "pausedUntil",
    control: "getRate",
    code: "weeth-paused",
    stops: "both",
    why: "no weETH can be transferred, so nothing can be sold or bought",
  },
  {
    contract: "eETH",
    method: "pausedUntil",
    control: "totalShares",
    code: "eeth-paused",
    stops: "entries",
    why: "no eETH can be transferred, wrapped or unwrapped; weETH still trades",
  },
  {
    contract: "liquidityPool",
    method: "paused",
    control: "getTotalPooledEther",
    code: "pool-paused",
    stops: "entries",
    why: "no deposits and withdrawal requests; weETH still trades",
  },
  {
    contract: "liquidityPool",
    method: "pausedUntil",
    control: "getTotalPooledEther",
    code: "pool-paused-until",
    stops: "entries",
    why: "no deposits and withdrawal requests for a time; weETH still trades",
  },
];
