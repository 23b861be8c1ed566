import type { GasReading } from "../snapshot/types.ts";
import type { BaseUnits } from "../units/brands.ts";
import { baseUnits } from "../units/quantities.ts";

/** One action: an exact approval (about 50,000), a swap in one pool (about 130,000, more when it crosses price ranges) and their two inner calls. */
export const GAS_PER_ACTION = 220_000n;
/** Once per batch: the transaction, its calldata, the Safe's checks of some signatures, the multi-send and the deadline check. */
export const GAS_PER_BATCH = 150_000n;
/** An approval and a swap. */
export const CALLS_PER_ACTION = 2n;
/** The deadline check. */
export const CALLS_PER_BATCH = 1n;

/** Gas that a batch of so many actions is expected to use. An estimate for the decision; the simulation measures the real batch. */
export function gasUnits(actions: bigint): bigint {
  return GAS_PER_BATCH + actions * GAS_PER_ACTION;
}

/** What that gas costs at the block's fees: base fee and priority fee, in wei, which are base units of ETH. Nothing to round. */
export function gasCost(units: bigint, gas: GasReading): BaseUnits {
  return baseUnits(units * (gas.baseFee + gas.priorityFee));
}
