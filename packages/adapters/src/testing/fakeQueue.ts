import type { Address } from "@ballast/core";
import { type Change, SAFE } from "./devnetView.ts";
import { words } from "./word.ts";

/** A request of the fake queue; amounts in wei of stETH and in shares. */
export type FakeRequest = {
  readonly amount: bigint;
  readonly shares: bigint;
  readonly owner?: Address;
  readonly isClaimed?: boolean;
};

export type FakeQueue = {
  /** Request 1 first. */
  readonly requests: readonly FakeRequest[];
  readonly lastFinalized: bigint;
  /** Rate in E27 of each checkpoint and the first request that it is for; the first is checkpoint 1. */
  readonly checkpoints?: readonly { readonly from: bigint; readonly rate: bigint }[];
};

const REVERT = { revert: "0x2b1c8ac4" } as const;
const E27 = 10n ** 27n;

/** Lido's queue with these requests, by the rules of WithdrawalQueueBase.sol. */
export function fakeQueue({ requests, lastFinalized, checkpoints = [] }: FakeQueue): readonly Change[] {
  const at = (id: bigint): FakeRequest | undefined => requests[Number(id) - 1];
  const status = ([, , id = 0n]: readonly bigint[]) => {
    const request = at(id);
    if (request === undefined) return REVERT;
    const { amount, shares, owner = SAFE, isClaimed = false } = request;
    const flags = [id <= lastFinalized ? 1n : 0n, isClaimed ? 1n : 0n];
    return words(32n, 1n, amount, shares, BigInt(owner), 1_794_000_000n, ...flags);
  };
  const ofOwner = ([owner = 0n]: readonly bigint[]) => {
    const ids = requests.flatMap(({ owner: own = SAFE, isClaimed }, index) =>
      BigInt(own) === owner && isClaimed !== true ? [BigInt(index + 1)] : [],
    );
    return words(32n, BigInt(ids.length), ...ids.toReversed());
  };
  const prefinalize = ([, , , last = 0n]: readonly bigint[]) => {
    if (last <= lastFinalized || at(last) === undefined) return REVERT;
    const batch = requests.slice(Number(lastFinalized), Number(last));
    return words(
      batch.reduce((sum, { amount }) => sum + amount, 0n),
      batch.reduce((sum, { shares }) => sum + shares, 0n),
    );
  };
  const hintOf = (id: bigint) => BigInt(checkpoints.findLastIndex(({ from }) => from <= id) + 1);
  const hints = ([, , , , id = 0n]: readonly bigint[]) => words(32n, 1n, hintOf(id));
  const claimable = ([, , , id = 0n, , hint = 0n]: readonly bigint[]) => {
    const request = at(id);
    const checkpoint = checkpoints[Number(hint) - 1];
    if (request === undefined || checkpoint === undefined || hint !== hintOf(id)) return REVERT;
    const { amount, shares } = request;
    const isDiscounted = (amount * E27) / shares > checkpoint.rate;
    return words(32n, 1n, isDiscounted ? (shares * checkpoint.rate) / E27 : amount);
  };
  return [
    ["withdrawalQueue", "getLastFinalizedRequestId()", words(lastFinalized)],
    ["withdrawalQueue", "getLastCheckpointIndex()", words(BigInt(checkpoints.length))],
    ["withdrawalQueue", "getWithdrawalRequests(address)", ofOwner],
    ["withdrawalQueue", "getWithdrawalStatus(uint256[])", status],
    ["withdrawalQueue", "prefinalize(uint256[],uint256)", prefinalize],
    ["withdrawalQueue", "findCheckpointHints(uint256[],uint256,uint256)", hints],
    ["withdrawalQueue", "getClaimableEther(uint256[],uint256[])", claimable],
  ];
}
