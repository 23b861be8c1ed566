import type { PauseGetter, WatchedEvent } from "../../adapter.ts";

const SET = "(address avs,uint32 id) operatorSet";
const WITHDRAWAL =
  "(address staker,address delegatedTo,address withdrawer,uint256 nonce,uint32 startBlock,address[] strategies,uint256[] scaledShares) withdrawal";

type Told = readonly [signature: string, why: string];

const on = (contract: string, events: readonly Told[]): readonly WatchedEvent[] =>
  events.map(([signature, why]) => ({ contract, signature, why }));

/** Every proxy with a pause: whole new bitmaps, and new code. */
const EVERYWHERE: readonly Told[] = [
  ["Paused(address indexed account,uint256 newPausedStatus)", "something stands still; the whole new bitmap"],
  ["Unpaused(address indexed account,uint256 newPausedStatus)", "something runs again; the whole new bitmap"],
  ["Upgraded(address indexed implementation)", "the contract's code is another"],
];

/** Of these no argument is indexed but where it says so: they are found by address and topic and then decoded. */
const ALLOCATIONS: readonly Told[] = [
  [
    `OperatorSlashed(address operator,${SET},address[] strategies,uint256[] wadSlashed,string description)`,
    "an operator set slashed an operator; 0 where nothing was allocated to it",
  ],
  [
    "MaxMagnitudeUpdated(address operator,address strategy,uint64 maxMagnitude)",
    "what a slash left of an operator's stake",
  ],
  [
    "EncumberedMagnitudeUpdated(address operator,address strategy,uint64 encumberedMagnitude)",
    "how much of its stake an operator has given to sets",
  ],
  [
    `AllocationUpdated(address operator,${SET},address strategy,uint64 magnitude,uint32 effectBlock)`,
    "what a set may slash changes from this block on",
  ],
  [
    "AllocationDelaySet(address operator,uint32 delay,uint32 effectBlock)",
    "how soon an operator's new allocations count",
  ],
  [
    `OperatorAddedToOperatorSet(address indexed operator,${SET})`,
    "an operator joined a set, which may slash what is allocated to it",
  ],
  [
    `OperatorRemovedFromOperatorSet(address indexed operator,${SET})`,
    "an operator left a set, and can be slashed for the deallocation delay",
  ],
  [`StrategyAddedToOperatorSet(${SET},address strategy)`, "a set may now slash stake of another strategy"],
  [
    `StrategyRemovedFromOperatorSet(${SET},address strategy)`,
    "a set can no longer slash stake of a strategy",
  ],
  [`SlasherUpdated(${SET},address slasher,uint32 effectBlock)`, "somebody else may slash for a set"],
  [
    `RedistributionAddressSet(${SET},address redistributionRecipient)`,
    "what a set slashes goes to somebody instead of being burnt",
  ],
];

const DELEGATION: readonly Told[] = [
  [
    "OperatorSharesSlashed(address indexed operator,address strategy,uint256 totalSlashedShares)",
    "shares of an operator's stakers were slashed, queued ones included",
  ],
  [
    "OperatorSharesDecreased(address indexed operator,address staker,address strategy,uint256 shares)",
    "an operator lost shares: staker 0 on a slash, a staker on a withdrawal",
  ],
  [
    "OperatorSharesIncreased(address indexed operator,address staker,address strategy,uint256 shares)",
    "an operator gained shares",
  ],
  [
    `SlashingWithdrawalQueued(bytes32 withdrawalRoot,${WITHDRAWAL},uint256[] sharesToWithdraw)`,
    "a withdrawal was queued, maybe not by its staker",
  ],
  ["SlashingWithdrawalCompleted(bytes32 withdrawalRoot)", "a withdrawal was completed"],
  [
    "StakerForceUndelegated(address indexed staker,address indexed operator)",
    "the operator put a staker out; everything of it is queued",
  ],
  [
    "StakerUndelegated(address indexed staker,address indexed operator)",
    "a staker left its operator; everything of it is queued",
  ],
  [
    "DepositScalingFactorUpdated(address staker,address strategy,uint256 newDepositScalingFactor)",
    "what a staker's deposit shares count for changed",
  ],
  [
    "DelegationApproverUpdated(address indexed operator,address newDelegationApprover)",
    "somebody else must sign delegations to an operator",
  ],
];

const STRATEGIES: readonly Told[] = [
  [
    "Deposit(address staker,address strategy,uint256 shares)",
    "shares were added, by a deposit or a withdrawal completed as shares",
  ],
  [
    "StrategyRemovedFromDepositWhitelist(address strategy)",
    "a strategy takes no more deposits; withdrawals go on",
  ],
  [
    `BurnOrRedistributableSharesIncreased(${SET},uint256 slashId,address strategy,uint256 shares)`,
    "slashed shares wait to be burnt or handed on",
  ],
];

const PODS: readonly Told[] = [
  [
    "BeaconChainSlashingFactorDecreased(address staker,uint64 prevBeaconChainSlashingFactor,uint64 newBeaconChainSlashingFactor)",
    "the beacon chain took native ETH of a staker",
  ],
];

/** Layr-Labs/eigenlayer-contracts, src/contracts/interfaces: IAllocationManager, IDelegationManager, IStrategyManager, IEigenPodManager, IPausable. */
export const events: readonly WatchedEvent[] = [
  ...on("allocationManager", [...ALLOCATIONS, ...EVERYWHERE]),
  ...on("delegationManager", [...DELEGATION, ...EVERYWHERE]),
  ...on("strategyManager", [...STRATEGIES, ...EVERYWHERE]),
  ...on("stETHStrategy", EVERYWHERE),
  ...on("eigenPodManager", [...PODS, ...EVERYWHERE]),
];

const paused = (contract: string, { stops, why }: Pick<PauseGetter, "stops" | "why">): PauseGetter => ({
  contract,
  signature: "paused() view returns (uint256)",
  stops,
  why,
});

/** Bitmaps: each bit stops something else. `stops` is the most that any of them stops. */
export const pauses: readonly PauseGetter[] = [
  paused("strategyManager", { stops: "entries", why: "bit 0: no deposits" }),
  paused("delegationManager", {
    stops: "exits",
    why: "bit 0: no new delegation; bit 1: nothing enters the queue; bit 2: nothing leaves it",
  }),
  paused("allocationManager", {
    stops: "none",
    why: "bit 0: allocations stand still; bit 1: no slashing; bit 2: nobody joins or leaves operator sets",
  }),
  paused("stETHStrategy", {
    stops: "entries",
    why: "bit 0: no deposits; bit 1: no tokens are paid out, completing as shares still works",
  }),
  paused("eigenPodManager", { stops: "none", why: "native ETH only: pods, proofs and their withdrawals" }),
];
