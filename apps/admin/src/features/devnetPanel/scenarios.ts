/** What can be made to happen to the devnet, by what it is about, each with what it does in one sentence. */
export const SCENARIO_GROUPS = [
  {
    title: "Yield, price and cost",
    scenarios: [
      { name: "yield-shift", does: "weETH starts to grow much faster than wstETH." },
      { name: "market-depeg", does: "The market pays 2 % less for weETH; its backing stays whole." },
      { name: "gas-spike", does: "The base fee rises to 300 gwei for 10 minutes." },
    ],
  },
  {
    title: "Restaking and withdrawals",
    scenarios: [
      {
        name: "slash",
        does: "EigenLayer operator A loses a fifth of the half it has allocated: all that is delegated to it is worth 10 % less.",
      },
      {
        name: "operator-reallocates",
        does: "Operator A lets its operator set slash 90 % of what is delegated to it.",
      },
      {
        name: "force-undelegate",
        does: "The operator puts the Operations Safe out; its stake goes to the withdrawal queue.",
      },
      {
        name: "finalize-withdrawals",
        does: "Lido and ether.fi finalise what waits in their queues, so it can be claimed.",
      },
    ],
  },
  {
    title: "Faults of a protocol",
    scenarios: [
      { name: "backing-loss", does: "A report takes 2 % of Lido's ether: each stETH is backed by less." },
      { name: "tvl-drain", does: "The largest holder redeems a quarter of all eETH at once." },
      {
        name: "pause",
        does: "EigenLayer pauses its queue: no withdrawal from it can be requested until calm.",
      },
      { name: "upgrade", does: "The governor puts other code behind EigenLayer's DelegationManager." },
      { name: "oracle-stale", does: "Nobody reports the price of weETH any more." },
    ],
  },
  {
    title: "Back to the beginning",
    scenarios: [
      {
        name: "calm",
        does: "Undoes what can be undone: yields, prices, gas, pauses, feeds. What was lost stays lost.",
      },
    ],
  },
] as const;

export type ScenarioName = (typeof SCENARIO_GROUPS)[number]["scenarios"][number]["name"];

/** Every name that may be asked for. */
export const SCENARIO_NAMES: readonly ScenarioName[] = SCENARIO_GROUPS.flatMap(({ scenarios }) =>
  scenarios.map(({ name }) => name),
);
