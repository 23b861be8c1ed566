import { type Address, maxUint256 } from "viem";
import { etherfiPausableAbi, pausableBitsAbi, stEthAbi, withdrawalQueueAbi } from "../abis.ts";
import type { Chain } from "../chain/chain.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { venueCall } from "./venueCall.ts";

const {
  strategyManager,
  delegationManager,
  stETHStrategy,
  liquidityPool,
  weETH,
  redemptionManager,
  withdrawalQueue,
  stETH,
} = operatorAddresses;

type Call = (chain: Chain) => DevnetTransaction | Promise<DevnetTransaction>;

/** Sets bits of an EigenLayer contract's pause bitmap; those that are set already must be named again. */
const bits =
  (to: Address, mask: bigint): Call =>
  async ({ reader }) => {
    const paused = await reader.readContract({ address: to, abi: pausableBitsAbi, functionName: "paused" });
    const call = { what: "pause", to, abi: pausableBitsAbi, functionName: "pause" };
    return venueCall({ ...call, args: [paused | mask] });
  };
const etherfi =
  (to: Address): Call =>
  () =>
    venueCall({ what: "pause", to, abi: etherfiPausableAbi, functionName: "pause" });

/** What can be paused, and what it stops. */
const pauses = {
  "eigenlayer-queue": {
    stops: "no withdrawal from EigenLayer can be queued",
    call: bits(delegationManager, 2n),
  },
  "eigenlayer-completion": {
    stops: "no queued withdrawal of EigenLayer can be completed",
    call: bits(delegationManager, 4n),
  },
  "eigenlayer-strategy": {
    stops: "EigenLayer's stETH strategy pays out no tokens",
    call: bits(stETHStrategy, 2n),
  },
  "eigenlayer-deposits": {
    stops: "EigenLayer takes no deposits",
    call: bits(strategyManager, 1n),
  },
  "etherfi-pool": {
    stops: "ether.fi takes no deposits and no withdrawal requests; weETH still trades",
    call: etherfi(liquidityPool),
  },
  "etherfi-redemption": {
    stops: "ether.fi redeems nothing at once",
    call: etherfi(redemptionManager),
  },
  weeth: { stops: "no weETH moves at all", call: etherfi(weETH) },
  "lido-queue": {
    stops: "Lido takes no withdrawal requests; claims go on",
    call: () =>
      venueCall({
        what: "pause",
        to: withdrawalQueue,
        abi: withdrawalQueueAbi,
        functionName: "pauseFor",
        args: [maxUint256],
      }),
  },
  steth: {
    stops: "no stETH moves at all",
    call: () => venueCall({ what: "stop", to: stETH, abi: stEthAbi, functionName: "stop" }),
  },
} as const satisfies Record<string, { readonly stops: string; readonly call: Call }>;

type Pausable = keyof typeof pauses;
const words = Object.keys(pauses) as [Pausable, ...Pausable[]];

/** Somebody with the power to do so pauses a part of a protocol. `calm` ends it. */
export const pause: Scenario = async ({ chain, submit }, parameters) => {
  const { what } = readParameters(parameters, { what: { words } });
  const { stops, call } = pauses[what];
  const transactions = await submit([await call(chain)]);
  return { sentence: `Paused: ${stops}.`, transactions };
};
