import type { Flag } from "@ballast/core";

/** What a pause of a contract means to a holder. */
type Part = {
  /** A getter of the same contract that every version has. */
  readonly answers: string;
  readonly code: string;
  readonly stops: Flag["stops"];
  readonly why: string;
  /** Whether a deployment that does not list the contract must be said to be blind to it. */
  readonly always: boolean;
};

const CONTRACTS = {
  weETH: {
    answers: "getRate",
    code: "weeth-paused",
    stops: "both",
    why: "no weETH can be transferred, so nothing can be sold or bought",
    always: true,
  },
  eETH: {
    answers: "totalShares",
    code: "eeth-paused",
    stops: "entries",
    why: "no eETH can be transferred, wrapped, unwrapped or burnt, so no withdrawal is requested or claimed; weETH still trades",
    always: true,
  },
  liquidityPool: {
    answers: "getTotalPooledEther",
    code: "pool-paused",
    stops: "entries",
    why: "no deposits, withdrawal requests and redemptions; weETH still trades",
    always: true,
  },
  withdrawRequestNFT: {
    answers: "nextRequestId",
    code: "withdraw-request-paused",
    stops: "entries",
    why: "no withdrawal requests; claims still work, and weETH still trades",
    always: false,
  },
  withdrawAdapter: {
    answers: "weETH",
    code: "withdraw-adapter-paused",
    stops: "entries",
    why: "no withdrawal requests with weETH; weETH still trades",
    always: false,
  },
  redemptionManager: {
    answers: "treasury",
    code: "redemption-paused",
    stops: "none",
    why: "no instant redemptions; requests still work, and weETH still trades",
    always: false,
  },
} as const satisfies Readonly<Record<string, Part>>;

export type PausableContract = keyof typeof CONTRACTS;

/** A pause getter of one of the venue's contracts. Older versions of the contracts lack some of them. */
export type PauseSwitch = Part & {
  readonly contract: PausableContract;
  readonly method: "paused" | "pausedUntil";
};

const NAMES = Object.keys(CONTRACTS) as PausableContract[];

/**
 * `paused()` and the time-boxed `pausedUntil()` are separate switches: a contract stands still while either says so
 * (etherfi-protocol/smart-contracts, src/governance/utils/PausableUntil.sol: paused while pausedUntil ≥ now).
 */
export const SWITCHES: readonly PauseSwitch[] = NAMES.flatMap((contract) => {
  const part = CONTRACTS[contract];
  return [
    { ...part, contract, method: "paused" },
    { ...part, contract, method: "pausedUntil", code: `${part.code}-until` },
  ] as const;
});
