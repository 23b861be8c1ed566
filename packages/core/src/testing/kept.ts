import type { Policy } from "../policy/policy.ts";
import type { Bps } from "../units/brands.ts";
import { CALM, policyOf, type World } from "./world.ts";

/** Idle money is kept where it is, so that only the staking positions trade. */
export const KEEP: Partial<Policy> = {
  universe: policyOf(CALM.stakes).universe.map((band) =>
    band.position === "idle:WETH"
      ? { ...band, min: 1_000n as Bps, target: 1_000n as Bps, max: 1_100n as Bps }
      : band,
  ),
};

/** The world with idle money kept where it is. */
export const kept = (world: World): World => ({ ...world, policy: { ...KEEP, ...world.policy } });
