import type { RuleContext } from "@ballast/core";
import { contextOf, eth, policyOf, type Stake } from "../../packages/core/src/testing/world.ts";
import type { Instance } from "./instance.ts";

type Policy = RuleContext["policy"];
type Bps = Policy["universe"][number]["max"];

function stakeOf(each: Instance["held"][number]): Stake {
  const { position, value, rate, depth, fee } = each;
  return { position, value: `${value}`, rate, yield: each.yield, depth: `${depth}`, fee: BigInt(fee) };
}

const bps = (value: number) => BigInt(value) as Bps;

function policyFor(given: Instance, stakes: readonly Stake[]): Partial<Policy> {
  const base = policyOf(stakes);
  const bands = new Map(given.held.map((each) => [each.position, each]));
  const seconds = (days: number) => BigInt(days * 86_400) as Policy["costs"]["payback"];
  return {
    universe: base.universe.map(({ position }) => {
      const { min, target, max } = bands.get(position) ?? { min: 0, target: 0, max: given.idleMax };
      return { position, min: bps(min), target: bps(target), max: bps(max) };
    }),
    caps: {
      protocols: base.caps.protocols.map(({ venue }) => ({ venue, max: bps(given.caps[venue] ?? 0) })),
    },
    liquidity: [],
    costs: { ...base.costs, payback: seconds(given.paybackDays) },
    pace: { ...base.pace, minimumTrade: eth(`${given.minimumTrade}`) },
    batch: { maxCalls: BigInt(given.maxCalls), maxGas: 30_000_000n },
  };
}

/** The account as the keeper would judge it. */
export function contextOfInstance(given: Instance): RuleContext {
  const stakes = given.held.map(stakeOf);
  const context = contextOf({ stakes, idle: `${given.idle}`, policy: policyFor(given, stakes) });
  const gas = {
    baseFee: BigInt(given.gasPrice) * 10n ** 7n,
    priorityFee: 0n,
    source: { kind: "header", field: "baseFeePerGas" },
  } as const;
  return { ...context, snapshot: { ...context.snapshot, gas } };
}
