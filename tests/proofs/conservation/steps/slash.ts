import { DUST } from "../dust.ts";
import { magnitudeOf } from "../magnitudeOf.ts";
import { OPERATOR_SET } from "../operatorSet.ts";
import { OPERATORS } from "../operators.ts";
import { PLACES } from "../places.ts";
import { RAY } from "../ray.ts";
import type { Standing } from "../readStanding.ts";
import type { Step } from "../step.ts";
import { total } from "../total.ts";
import { worldCall } from "../worldCall.ts";

const WAD = 10n ** 18n;

/** The account's holdings that a slash of the operator in a block reaches: what is delegated to it, and what it queued while its window is open. */
function reached({ units }: Standing, { operator, block }: { operator: string; block: bigint }) {
  const queued = units.queued.filter((each) => each.operator === operator && block <= each.until);
  return [...(units.operator === operator ? [units.staked] : []), ...queued.map(({ shares }) => shares)];
}

/** The service slashes so much of what the operator has allocated to it: what stakers lose is that part of the operator's whole. */
export const slash =
  ({ operator: name, wad }: { readonly operator: keyof typeof OPERATORS; readonly wad: bigint }): Step =>
  async (chain, before) => {
    const operator = OPERATORS[name];
    const { max, allocated } = await magnitudeOf(chain, operator);
    if (allocated === 0n) return null;
    const block = (await chain.client.getBlockNumber()) + 1n;
    const params = {
      operator,
      operatorSetId: OPERATOR_SET.id,
      strategies: [PLACES.strategy],
      wadsToSlash: [wad],
      description: "",
    };
    await chain.block([
      worldCall(PLACES.allocation, { fn: "slashOperator", args: [OPERATOR_SET.avs, params] }),
    ]);
    // Rounded up, as the AllocationManager does.
    const taken = (allocated * wad + WAD - 1n) / WAD;
    const holdings = reached(before, { operator, block });
    const { wei, shares } = before.rates.strategy;
    const losses = (total(holdings) * taken * wei * RAY) / (max * shares);
    const dust = DUST.slash * BigInt(holdings.length);
    return { losses, down: dust, up: dust };
  };
