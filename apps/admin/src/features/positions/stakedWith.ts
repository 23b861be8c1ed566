import { checksumAddress, formatDecimal, type PositionReading, type Snapshot } from "@ballast/core";
import { integer } from "../../format/integer.ts";
import { positionParts } from "../../format/positionParts.ts";
import { shortAddress } from "../../format/shortAddress.ts";

/** Wad to per cent. */
const PERCENT_DECIMALS = 16n;

/** How a position is staked. */
export type Stake = {
  /** Whom it is delegated to; null when to nobody. */
  readonly operator: { readonly name: string; readonly address: string } | null;
  /** What operator sets may slash of it, in words; empty where nothing is staked with an operator. */
  readonly slashable: string;
};

/** Whom a position is delegated to, and the share of the operator's stake that operator sets may slash: the highest over its strategies, rounded up. */
export function stakedWith(
  { position }: Pick<PositionReading, "position">,
  { figures, block }: Pick<Snapshot, "figures" | "block">,
): Stake {
  const { operator } = positionParts(position);
  if (operator === null) return { operator: null, slashable: "" };
  const shares = figures
    .filter(({ figure }) => figure.startsWith(`slashable:${operator}:`))
    .map(({ value }) => value);
  const most = shares.reduce<bigint | null>((max, each) => (max === null || each > max ? each : max), null);
  return {
    operator: { name: shortAddress(operator), address: checksumAddress(operator) },
    slashable:
      most === null
        ? "What may be slashed is not known"
        : `${formatDecimal(most, { decimals: PERCENT_DECIMALS, places: 2n, rounding: "up" })}\u00a0% may be slashed, block ${integer(block.number)}`,
  };
}
