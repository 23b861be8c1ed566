import { outputAtDown } from "../../curve/outputAtDown.ts";
import type { BaseUnits, PositionId, RawAmount } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { subtractToZero, sumValues } from "../../units/order.ts";
import { baseUnits, rawAmount } from "../../units/quantities.ts";
import { valueDown } from "../../units/value.ts";
import type { Line } from "../planningFacts.ts";
import type { AllocationAnswer } from "../types.ts";
import { saleFor } from "./chain.ts";
import { type Market, sideOf } from "./market.ts";
import type { Flow } from "./match.ts";
import type { Needs } from "./needs.ts";
import type { Side } from "./side.ts";

type Target = AllocationAnswer["targets"][number];
type Job = { readonly market: Market; readonly flows: readonly Flow[]; readonly needs: Needs };

function moneyOf(
  flows: readonly Flow[],
  { end, position }: { end: "from" | "to"; position: PositionId },
): bigint {
  return flows.filter((flow) => flow[end] === position).reduce((sum, flow) => sum + flow.money, 0n);
}

/** The amount that guarantees the money; the whole holding where that was the bound, so that no dust stays. */
function soldAmount(line: Line, { money, side }: { money: bigint; side: Side | undefined }): RawAmount {
  const isWhole = side?.chain.boundBy === "holding" && money >= side.chain.bound;
  if (isWhole || line.exit === null) return line.amount;
  return saleFor(line.exit, { money, most: line.amount });
}

/** What bound a position's move: its own limit, what forced it, or the repair of another. */
function limitedBy(
  { needs }: Job,
  { side, line, money }: { side: Side | undefined; line: Line; money: bigint },
): string {
  if (side?.closedBy) return side.closedBy;
  if (side !== undefined && money >= side.chain.bound) return side.chain.boundBy;
  const need = needs.sell.get(line.position) ?? needs.buy.get(line.position);
  return need?.by ?? "repair";
}

function lineTarget(job: Job, line: Line): Target {
  const { position } = line;
  const sold = moneyOf(job.flows, { end: "from", position });
  const spent = moneyOf(job.flows, { end: "to", position });
  if (sold > 0n) {
    const side = sideOf(job.market.supplies, position);
    const left = rawAmount(line.amount - soldAmount(line, { money: sold, side }));
    return {
      position,
      value: valueDown(left, line.rate),
      limitedBy: limitedBy(job, { side, line, money: sold }),
    };
  }
  if (spent === 0n || line.enter === null) return { position, value: line.value, limitedBy: "unmoved" };
  const side = sideOf(job.market.demands, position);
  const bought = outputAtDown(line.enter, rawAmount(spent)) ?? rawAmount(0n);
  const value = sumValues([line.value, valueDown(bought, line.rate)]);
  return { position, value, limitedBy: limitedBy(job, { side, line, money: spent }) };
}

/** Idle money that is guaranteed to stay: what exits guarantee and entries do not spend comes on top of it, or is taken from it. */
function idleTarget({ market: { facts }, flows }: Job): Target {
  const { position, value } = facts.idle;
  const paidIn = baseUnits(moneyOf(flows, { end: "to", position }));
  const taken = baseUnits(moneyOf(flows, { end: "from", position }));
  const after = subtractToZero<BaseUnits>(sumValues([value, paidIn]), taken);
  return { position, value: after, limitedBy: paidIn === taken ? "unmoved" : "repair" };
}

/** Flows of money as values wanted for each position, sorted by position. */
export function targetsOf(job: Job): Target[] {
  const { facts } = job.market;
  return [idleTarget(job), ...facts.lines.map((line) => lineTarget(job, line))].toSorted((a, b) =>
    compareText(a.position, b.position),
  );
}
