/** What can be made to happen to the devnet, with what it does in one sentence. */
export const SCENARIOS = [
  { name: "yield-shift", does: "weETH starts to grow much faster than wstETH." },
  { name: "gas-spike", does: "The base fee rises to 300 gwei for 10 minutes." },
  { name: "market-depeg", does: "The market pays 2 % less for weETH; its backing stays whole." },
  { name: "calm", does: "Undoes the others: yields, prices and gas as at the beginning." },
] as const;

export type ScenarioName = (typeof SCENARIOS)[number]["name"];
