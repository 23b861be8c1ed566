import type { PauseGetter, WatchedEvent } from "../../adapter.ts";

/** lidofinance/core, contracts/0.4.24/Lido.sol */
const POOL: readonly WatchedEvent[] = [
  {
    contract: "stETH",
    signature:
      "TokenRebased(uint256 indexed reportTimestamp,uint256 timeElapsed,uint256 preTotalShares,uint256 preTotalEther,uint256 postTotalShares,uint256 postTotalEther,uint256 sharesMintedAsFees)",
    why: "the rate moved: up with rewards, down with a slashing",
  },
  { contract: "stETH", signature: "Stopped()", why: "stETH stands still" },
  { contract: "stETH", signature: "Resumed()", why: "stETH moves again" },
];

/** contracts/0.8.9/WithdrawalQueue.sol, WithdrawalQueueBase.sol, utils/PausableUntil.sol, proxy/OssifiableProxy.sol */
const QUEUE: readonly WatchedEvent[] = [
  {
    contract: "withdrawalQueue",
    signature:
      "WithdrawalsFinalized(uint256 indexed from,uint256 indexed to,uint256 amountOfETHLocked,uint256 sharesToBurn,uint256 timestamp)",
    why: "requests can be claimed, at the rate of this moment",
  },
  {
    contract: "withdrawalQueue",
    signature: "BunkerModeEnabled(uint256 _sinceTimestamp)",
    why: "a loss is being counted: requests wait longer",
  },
  { contract: "withdrawalQueue", signature: "BunkerModeDisabled()", why: "the loss is counted" },
  {
    contract: "withdrawalQueue",
    signature: "Paused(uint256 duration)",
    why: "no requests and no finalisation; claims still work",
  },
  { contract: "withdrawalQueue", signature: "Resumed()", why: "requests are taken again" },
  {
    contract: "withdrawalQueue",
    signature: "Upgraded(address indexed implementation)",
    why: "the code of the queue changed",
  },
  {
    contract: "withdrawalQueue",
    signature: "AdminChanged(address previousAdmin,address newAdmin)",
    why: "somebody else can change the code of the queue",
  },
];

export const events: readonly WatchedEvent[] = [...POOL, ...QUEUE];

export const pauses: readonly PauseGetter[] = [
  {
    contract: "stETH",
    signature: "isStopped() view returns (bool)",
    stops: "entries",
    why: "no stETH can be transferred, wrapped or unwrapped; wstETH still trades",
  },
  {
    contract: "withdrawalQueue",
    signature: "isPaused() view returns (bool)",
    stops: "entries",
    why: "no withdrawal can be requested; wstETH still trades, and finalised requests can be claimed",
  },
];
