import type { PauseGetter, WatchedEvent } from "../../adapter.ts";

/** lidofinance/core, contracts/0.4.24/Lido.sol */
export const events: readonly WatchedEvent[] = [
  {
    contract: "stETH",
    signature:
      "TokenRebased(uint256 indexed reportTimestamp,uint256 timeElapsed,uint256 preTotalShares,uint256 preTotalEther,uint256 postTotalShares,uint256 postTotalEther,uint256 sharesMintedAsFees)",
    why: "the rate moved: up with rewards, down with a slashing",
  },
  { contract: "stETH", signature: "Stopped()", why: "stETH stands still" },
  { contract: "stETH", signature: "Resumed()", why: "stETH moves again" },
];

export const pauses: readonly PauseGetter[] = [
  {
    contract: "stETH",
    signature: "isStopped() view returns (bool)",
    stops: "entries",
    why: "no stETH can be transferred, wrapped or unwrapped; wstETH still trades",
  },
];
