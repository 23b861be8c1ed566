import type { Plan } from "../plan/types.ts";

/** Why an amount is not larger, by what its action says bound it. */
const BECAUSE: Readonly<Record<string, string>> = {
  "asset-cap": "of the asset's cap",
  band: "of a band",
  batch: "the batch takes no more",
  capacity: "the queue takes no more",
  emergency: "no more is asked",
  "exit-liquidity-share": "its market takes no more of what the treasury holds",
  funds: "there is no more money",
  gain: "the next unit would not gain",
  holding: "there is no more",
  limit: "no more is asked",
  liquidity: "of the liquidity that must stay",
  "operator-cap": "of the operator's cap",
  payback: "the whole must pay back in time",
  "protocol-cap": "of the protocol's cap",
  repair: "no more is needed",
  slippage: "of the ceiling on slippage",
  "venue-share": "the treasury may hold no larger share of its venue",
};

/** What bound each amount of a plan: `wstETH goes no further because the whole must pay back in time.`; empty where nothing is traded or asked for. */
export function boundsSentence({ actions, requests }: Plan): string {
  const parts = [
    ...actions.map(({ kind, spend, receive, limitedBy }) => ({
      asset: kind === "exit" ? spend.asset : receive.asset,
      limitedBy,
    })),
    ...requests.map(({ spend, limitedBy }) => ({ asset: spend.asset, limitedBy })),
  ];
  return parts
    .map(
      ({ asset, limitedBy }) =>
        `${asset} goes no further because ${BECAUSE[limitedBy] ?? `of ${limitedBy}`}.`,
    )
    .join(" ");
}
