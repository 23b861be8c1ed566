import type { PauseGetter, WatchedEvent } from "../../adapter.ts";
import { type PausableContract, SWITCHES } from "./switches.ts";

/** src/governance/utils/Pausable.sol and PausableUntil.sol, which every contract of the venue that can pause is. */
const pauseEvents = (contract: PausableContract): readonly WatchedEvent[] => [
  { contract, signature: "Paused(address account)", why: `${contract} stands still for good` },
  { contract, signature: "Unpaused(address account)", why: `${contract} runs again` },
  { contract, signature: "PausedUntil(uint256 pausedUntil)", why: `${contract} stands still for a time` },
  { contract, signature: "UnpausedUntil()", why: `the timed pause of ${contract} is lifted` },
];

/** EIP-1967, event Upgraded. */
const upgradeEvent = (contract: string): WatchedEvent => ({
  contract,
  signature: "Upgraded(address indexed implementation)",
  why: `the code of ${contract} changed`,
});

const PAUSABLE = [...new Set(SWITCHES.map(({ contract }) => contract))];

/** etherfi-protocol/smart-contracts, src/core/LiquidityPool.sol */
const POOL: readonly WatchedEvent[] = [
  {
    contract: "liquidityPool",
    signature: "Rebase(uint256 totalEthLocked,uint256 totalEEthShares)",
    why: "the rate moved: up with rewards, down with a slashing",
  },
  {
    contract: "liquidityPool",
    signature: "MinWithdrawAmountSet(uint256 minWithdrawAmount)",
    why: "the least that a withdrawal may be for changed",
  },
  {
    contract: "liquidityPool",
    signature: "MaxWithdrawAmountSet(uint256 maxWithdrawAmount)",
    why: "the most that a withdrawal may be for changed",
  },
];

/** src/withdrawals/WithdrawRequestNFT.sol and EtherFiRedemptionManager.sol */
const EXITS: readonly WatchedEvent[] = [
  {
    contract: "withdrawRequestNFT",
    signature: "WithdrawRequestInvalidated(uint32 indexed requestId)",
    why: "a guardian took a request back before it was finalised",
  },
  {
    contract: "withdrawRequestNFT",
    signature: "WithdrawRequestValidated(uint32 indexed requestId)",
    why: "a request that was taken back is valid again",
  },
  {
    contract: "withdrawRequestNFT",
    signature: "WithdrawRequestSeized(uint32 indexed requestId)",
    why: "an invalid request was taken from its holder",
  },
  {
    contract: "redemptionManager",
    signature:
      "Redeemed(address indexed receiver,uint256 redemptionAmount,uint256 feeAmountToTreasury,uint256 feeAmountToStakers,address token)",
    why: "liquidity for instant redemptions was used",
  },
];

/** src/governance/Blacklister.sol */
const BLACKLIST: readonly WatchedEvent[] = [
  {
    contract: "blacklister",
    signature: "UserBlacklisted(address user)",
    why: "an address is blocked for good",
  },
  {
    contract: "blacklister",
    signature: "UserBlacklistedUntil(address user,uint256 until)",
    why: "an address is blocked for a time",
  },
  { contract: "blacklister", signature: "UserUnblacklisted(address user)", why: "an address is free again" },
];

export const events: readonly WatchedEvent[] = [
  ...POOL,
  ...EXITS,
  ...BLACKLIST,
  ...PAUSABLE.flatMap(pauseEvents),
  ...[...PAUSABLE, "blacklister"].map(upgradeEvent),
];

const RETURNS = { paused: "bool", pausedUntil: "uint256" } as const;

export const pauses: readonly PauseGetter[] = SWITCHES.map(({ contract, method, stops, why }) => ({
  contract,
  signature: `${method}() view returns (${RETURNS[method]})`,
  stops,
  why,
}));
