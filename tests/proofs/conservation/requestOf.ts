import { adapters } from "@ballast/adapters";
import { assetId, type InnerCall, positionId, type RequestOrder, rawAmount, venueId } from "@ballast/core";
import { PLACES } from "./places.ts";
import { total } from "./total.ts";

const TOKENS = { lido: "wstETH", etherfi: "weETH" } as const;

/** The adapter's own calls that ask a queue for a withdrawal of so much wstETH or weETH, one request for each amount. */
export function requestOf(venue: keyof typeof TOKENS, amounts: readonly bigint[]): readonly InnerCall[] {
  const { account, deployment } = PLACES;
  const asset = assetId(TOKENS[venue]);
  const amount = rawAmount(total(amounts));
  const request = {
    position: positionId(`${venue}:${TOKENS[venue]}`),
    venue: venueId(venue),
    spend: { asset, amount },
    expected: { asset: assetId("ETH"), amount },
    delay: null,
    order: { kind: `${venue}-queue`, amounts: amounts.map(rawAmount) } as RequestOrder,
    limitedBy: "band",
  } as const;
  const adapter = adapters.find(({ id }) => id === venue);
  return adapter?.encodeRequest({ request, account, deployment }) ?? [];
}
