import {
  checksumAddress,
  formatAmount,
  operatorOf,
  PAYOUT_ROUNDING,
  type TicketFigures,
  type TicketLife,
} from "@ballast/core";

/**
 * Why a venue pays less than was asked for. EigenLayer's two figures are taken at the same share price, so that only a slash is between them; ether.fi and Lido
 * pay what was asked for unless a share is worth less when the request is finalised.
 */
const CAUSES: Readonly<Record<string, (life: TicketLife) => string>> = {
  eigenlayer: ({ position }) => {
    const operator = position === null ? null : operatorOf(position);
    return `the operator that it left${operator === null ? "" : `, ${checksumAddress(operator)},`} was slashed while it waited`;
  },
  etherfi: () => "eETH lost backing after the request (a negative rebase), and a withdrawal bears its share",
  lido: () => "stETH lost backing after the request (a negative rebase), and a withdrawal bears its share",
};

const WHAT_FOLLOWS: Readonly<Partial<Record<TicketLife["state"], string>>> = {
  requested: " It may still fall while it waits.",
  waiting: " It may still fall while it waits.",
  claimable: " That is final.",
  "claim-proposed": " That is final.",
};

/** What was lost of one asset and why, in a sentence; null when nothing was, or it is not known. A rounding of the protocol is no loss. */
export function lossText(
  life: TicketLife,
  { asset, loss }: Pick<TicketFigures, "asset" | "loss">,
): string | null {
  if (loss === null || loss <= PAYOUT_ROUNDING) return null;
  const lost = formatAmount({ amount: loss, decimals: 18n, places: 4n, rounding: "up", symbol: asset });
  const because = life.state === "lost" ? "nothing is paid any more" : CAUSES[life.venue]?.(life);
  return `${lost} less than asked for${because === undefined ? "" : `: ${because}`}.${WHAT_FOLLOWS[life.state] ?? ""}`;
}
