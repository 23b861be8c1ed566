import type { PauseGetter, WatchedEvent } from "../../adapter.ts";
import { SWITCHES } from "./switches.ts";

/** etherfi-protocol/smart-contracts, src/core/LiquidityPool.sol */
export const events: readonly WatchedEvent[] = [
  {
    contract: "liquidityPool",
    signature: "Rebase(uint256 totalEthLocked,uint256 totalEEthShares)",
    why: "the rate moved: up with rewards, down with a slashing",
  },
];

const RETURNS = { paused: "bool", pausedUntil: "uint256" } as const;

export const pauses: readonly PauseGetter[] = SWITCHES.map(({ contract, method, stops, why }) => ({
  contract,
  signature: `${method}() view returns (${RETURNS[method]})`,
  stops,
  why,
}));
