/** The presets, the most careful first. */
export const PRESET_NAMES = ["conservative", "balanced", "active"] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** One figure of the presets, as people write it, and why it stands as it does. */
export type PresetFigure = {
  readonly path: string;
  /** In the order of PRESET_NAMES. */
  readonly values: readonly [conservative: string, balanced: string, active: string];
  readonly because: string;
};

const same = (value: string) => [value, value, value] as const;

/** Every single figure of the presets. Lists (positions, caps, ladder, feeds) are in presetLists. */
export const presetFigures: readonly PresetFigure[] = [
  {
    path: "mode",
    values: same("observe"),
    because:
      "Watch what it would propose for a week before it may; propose is a change that the owners approve.",
  },
  {
    path: "looseningDelay",
    values: ["3d", "2d", "1d"],
    because: "Time for an owner who is away to see a loosening before it holds; a weekend for the careful.",
  },
  {
    path: "caps.venueShare",
    values: ["2%", "5%", "10%"],
    because: "Who holds more of a venue cannot leave it without moving its price and its queue.",
  },
  {
    path: "objective.horizon",
    values: ["60d", "90d", "120d"],
    because: "How long a better yield is trusted to last: restaking yields change within a quarter.",
  },
  {
    path: "objective.yieldWindow",
    values: ["30d", "14d", "7d"],
    because:
      "Reports come once a day, so a week is seven steps; a longer window follows less noise, and later.",
  },
  {
    path: "costs.slippage",
    values: ["0.2%", "0.3%", "0.5%"],
    because: "A month of a 3 % yield is 0.25 %: more than twice that is never earned back in time.",
  },
  {
    path: "costs.emergencySlippage",
    values: ["3%", "2%", "2%"],
    because:
      "stETH traded up to 6 % below ether in June 2022 and came back: who sells at any price pays for it; who must be out pays more.",
  },
  {
    path: "costs.minimumNetGain",
    values: ["1 ETH", "0.5 ETH", "0.2 ETH"],
    because: "Each move is read and signed by people and carries risks that no figure here holds.",
  },
  {
    path: "costs.payback",
    values: ["21d", "30d", "45d"],
    because: "A cost that is not earned within the time for which the yield is likely to hold is a bet.",
  },
  {
    path: "costs.gasShareOfGain",
    values: ["10%", "15%", "25%"],
    because: "A move that pays the chain more than this pays the treasury too little for its signers' time.",
  },
  {
    path: "costs.worstLossPerBatch",
    values: ["0.1%", "0.2%", "0.5%"],
    because: "A loss worth reporting should be a decision of people: a month of a 3 % yield is 0.25 %.",
  },
  {
    path: "pace.cooldown",
    values: ["3d", "1d", "6h"],
    because: "Signers are not asked again before they have forgotten the last one.",
  },
  {
    path: "pace.dwell",
    values: ["14d", "7d", "3d"],
    because: "Out and back pays the market twice; a yield that turned within a week was noise.",
  },
  {
    path: "pace.minimumTrade",
    values: ["20 ETH", "10 ETH", "5 ETH"],
    because: "Below it gas and reading cost more than the move is worth.",
  },
  {
    path: "pace.turnoverPerDay",
    values: ["10%", "25%", "50%"],
    because: "A plan gone wrong reaches this much before people have slept on it.",
  },
  {
    path: "guards.window",
    values: same("1d"),
    because: "Long enough to hold the one report a day that protocols make, short enough to be news.",
  },
  {
    path: "guards.marketDepeg.threshold",
    values: ["0.75%", "1%", "1.5%"],
    because: "Liquid tokens trade within half a per cent on quiet days; beyond it somebody wants out.",
  },
  {
    path: "guards.marketDepeg.size",
    values: same("50 ETH"),
    because: "About what one move sells: a price for less says nothing about it.",
  },
  {
    path: "guards.marketDepeg.samples",
    values: ["2", "3", "5"],
    because: "One block's price is whatever the last trade made it.",
  },
  {
    path: "guards.marketDepeg.response",
    values: same("freeze-entries"),
    because:
      "The backing is intact: selling into a depeg was the worst answer in April 2024, when ezETH lost most in thin pools.",
  },
  {
    path: "guards.backingLoss.threshold",
    values: same("0%"),
    because: "A protocol's own rate never falls but by a loss; rounding is allowed for.",
  },
  {
    path: "guards.backingLoss.response",
    values: ["exit", "freeze-entries", "freeze-entries"],
    because: "The loss has happened already; leaving guards only against the next one.",
  },
  {
    path: "guards.operatorSlashed.response",
    values: ["exit", "exit", "freeze-entries"],
    because: "An operator that was slashed once may be slashed again for the same fault.",
  },
  {
    path: "guards.operatorAllocations.maxSlashable",
    values: ["30%", "50%", "70%"],
    because: "From half of the stake on, one operator set's fault can cost more than it leaves.",
  },
  {
    path: "guards.operatorAllocations.response",
    values: same("freeze-entries"),
    because: "Allocating is an operator's ordinary business: no more is entered until people have looked.",
  },
  {
    path: "guards.venuePaused.response",
    values: ["freeze-entries", "freeze-entries", "notify"],
    because: "A pause is the protocol's own alarm; what it stops is stopped in any case.",
  },
  {
    path: "guards.contractChanged.response",
    values: same("freeze-entries"),
    because: "An upgrade is the protocol's right, and the reason to look before more is entered.",
  },
  {
    path: "guards.tvlDrop.threshold",
    values: ["10%", "20%", "30%"],
    because: "No venue of this size loses a fifth of its value in a day by ordinary exits.",
  },
  {
    path: "guards.tvlDrop.response",
    values: ["freeze-entries", "freeze-entries", "notify"],
    because: "Others see something: it may be too early to leave and is too late to enter.",
  },
  {
    path: "guards.rateGrowth.maxPerYear",
    values: ["20%", "50%", "100%"],
    because:
      "Staking pays 3 to 5 % a year: a rate that grows many times as fast is false, and what enters at it loses.",
  },
  {
    path: "guards.rateGrowth.maxPerSample",
    values: ["0.25%", "0.5%", "1%"],
    because: "ether.fi's own contracts stop at 0.25 % a report.",
  },
  {
    path: "guards.rateGrowth.response",
    values: same("freeze-entries"),
    because: "What is held gains nothing by leaving a rate that is too high; what enters pays for it.",
  },
  {
    path: "guards.exitQueue.limit",
    values: ["86400 ETH", "172800 ETH", "345600 ETH"],
    because: "57,600 ETH leave Ethereum a day: one and a half, three and six days of waiting.",
  },
  {
    path: "guards.exitQueue.growth",
    values: ["57600 ETH", "115200 ETH", "172800 ETH"],
    because: "A queue that grows by a day's exits or more within a day is a run.",
  },
  {
    path: "guards.exitQueue.response",
    values: ["freeze-entries", "notify", "notify"],
    because: "Who can wait out a queue need only know of it.",
  },
  {
    path: "guards.ticketLoss.threshold",
    values: same("0%"),
    because: "A withdrawal that pays less than it promised is always news.",
  },
  { path: "guards.ticketStuck.after", values: same("50"), because: "Ten minutes at twelve seconds a block." },
  {
    path: "guards.largeOutflow.threshold",
    values: ["5%", "10%", "20%"],
    because: "A twentieth of a venue's units in a day is more than ordinary exits take.",
  },
  {
    path: "guards.largeOutflow.response",
    values: ["freeze-entries", "freeze-entries", "notify"],
    because: "Others leave: it may be too early to follow and is too late to join.",
  },
  {
    path: "guards.exitLiquidityFalling.threshold",
    values: ["30%", "50%", "70%"],
    because: "Liquidity is taken out before the price shows why.",
  },
  {
    path: "guards.exitLiquidityFalling.response",
    values: ["freeze-entries", "freeze-entries", "notify"],
    because: "What may have to leave by a narrower door should not grow meanwhile.",
  },
  {
    path: "guards.netYieldLow.benchmark",
    values: same("wstETH"),
    because: "The yield of plain staking is the least that more risk has to pay.",
  },
  {
    path: "guards.netYieldLow.margin",
    values: ["0.25%", "0.5%", "1%"],
    because: "Reports come in steps, so yields of a window differ by a little.",
  },
  {
    path: "guards.netYieldLow.response",
    values: ["freeze-entries", "notify", "notify"],
    because: "A low yield is a reason to think, not to run.",
  },
  {
    path: "guards.oracleDiverging.threshold",
    values: ["1.5%", "2%", "3%"],
    because: "Feeds of staked ether report a deviation of half a per cent.",
  },
  {
    path: "guards.oracleDiverging.samples",
    values: ["3", "3", "5"],
    because: "A feed follows its market some blocks behind.",
  },
  {
    path: "guards.oracleDiverging.response",
    values: ["freeze-entries", "freeze-entries", "notify"],
    because: "Lenders act on a wrong feed before anybody looks, and what they sell moves the market.",
  },
  {
    path: "guards.priceDrawdown.feed",
    values: same("ETH/USD"),
    because: "Bills are paid in dollars.",
  },
  {
    path: "guards.priceDrawdown.threshold",
    values: ["10%", "15%", "20%"],
    because: "Ether falls by a tenth in a day several times a year.",
  },
  {
    path: "guards.priceDrawdown.response",
    values: same("notify"),
    because: "Staked ether is still ether: leaving a venue does not answer its price.",
  },
  {
    path: "guards.correlatedSlashing.causes",
    values: same("2"),
    because: "Two at once is what one fault in shared software or keys has done before.",
  },
  {
    path: "guards.correlatedSlashing.budget",
    values: ["90%", "95%", "98%"],
    because:
      "Until operators are stated, all that is not idle counts as one unknown operator: the budget is what the reserve leaves.",
  },
  {
    path: "guards.correlatedSlashing.response",
    values: same("notify"),
    because: "It counts what could be lost at the worst, not what is likely to be.",
  },
  {
    path: "guards.safeChanged.response",
    values: ["freeze-entries", "freeze-entries", "notify"],
    because:
      "Nothing is entered through a Safe that is not the one that was approved, until people have looked.",
  },
  {
    path: "guards.staleOracle.grace",
    values: ["5m", "15m", "1h"],
    because: "A feed that missed its own heartbeat is late by then, not only slow.",
  },
  {
    path: "guards.sourceSilent.quorum",
    values: same("2"),
    because: "One source alone can lie; three would halt an emergency exit when two are down.",
  },
  {
    path: "batch.maxCalls",
    values: ["10", "12", "20"],
    because: "What a signer can read through before signing.",
  },
  {
    path: "batch.maxGas",
    values: ["3000000", "3000000", "6000000"],
    because: "A tenth, or a fifth, of what a block takes, so that it is mined without waiting.",
  },
  {
    path: "proposalDeadline",
    values: ["12h", "6h", "6h"],
    because: "Long enough for signers in all time zones, short enough for its prices to hold.",
  },
];
