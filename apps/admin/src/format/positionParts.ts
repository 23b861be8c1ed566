import { type Address, type PositionId, positionText } from "@ballast/core";
import { shortAddress } from "./shortAddress.ts";

/** A position as a line has room for it. */
export type PositionParts = {
  /** `weETH`, `Idle WETH`; of a staked one without whom it is staked with. */
  readonly name: string;
  /** Whom it is delegated to; null when to nobody. */
  readonly operator: Address | null;
  /** `stETH at 0x5FbD…0aa3`. */
  readonly short: string;
};

const OPERATOR = /@(0x[0-9a-f]{40})$/;

/** Splits `eigenlayer:stETH@0x…` into what is staked and with whom. */
export function positionParts(position: PositionId): PositionParts {
  const operator = (OPERATOR.exec(position)?.[1] ?? null) as Address | null;
  const name = positionText(position.replace(OPERATOR, "") as PositionId);
  return { name, operator, short: operator === null ? name : `${name} at ${shortAddress(operator)}` };
}
