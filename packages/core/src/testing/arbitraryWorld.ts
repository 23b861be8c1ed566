import fc from "fast-check";
import type { Band } from "../policy/policy.ts";
import type { RuleContext } from "../policy/rule.ts";
import { portfolioOf } from "../portfolio/portfolio.ts";
import type { Bps } from "../units/brands.ts";
import { formatExact } from "../units/formatExact.ts";
import { contextOf, policyOf, type Stake } from "./world.ts";

const ether = (max: bigint) =>
  fc.bigInt({ min: 0n, max: max * 1_000n }).map((milli) => formatExact(milli, 3n));

function stake(position: string): fc.Arbitrary<Stake> {
  return fc.record({
    position: fc.constant(position),
    value: ether(900n),
    rate: fc.bigInt({ min: 1_000n, max: 1_300n }).map((milli) => formatExact(milli, 3n)),
    yield: fc.bigInt({ min: 0n, max: 2_000n }).map((hundredths) => formatExact(hundredths, 2n)),
    depth: fc.constantFrom("500", "5000", "20000", "100000"),
    discount: fc.constantFrom(0n, 0n, 0n, 10n, -10n, 60n),
    fee: fc.constantFrom(100n, 500n),
  });
}

const percent = (most: number) => fc.integer({ min: 0, max: most }).map((value) => BigInt(value) * 100n);

/** How far the band lies around what is held, in basis points; `slip` moves it away, which breaks it. */
const room = fc.record({
  below: percent(30),
  above: percent(40),
  slip: fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: percent(30) }),
});

type Room = typeof room extends fc.Arbitrary<infer T> ? T : never;

const within = (value: bigint): Bps => (value < 0n ? 0n : value > 10_000n ? 10_000n : value) as Bps;

function bandAround(share: bigint, { below, above, slip }: Room): Omit<Band, "position"> {
  const [min, max] = [within(share - below - slip), within(share + above - slip + 1n)];
  return { min, target: ((min + max) / 2n) as Bps, max };
}

/** Accounts of two or three positions and idle money, of any sizes, yields, depths, bands and caps, most of them inside their limits. Everything was read. */
export const contexts: fc.Arbitrary<RuleContext> = fc
  .record({
    stakes: fc.tuple(stake("etherfi:weETH"), stake("lido:wstETH"), stake("renzo:ezETH")),
    count: fc.integer({ min: 2, max: 3 }),
    idle: ether(400n),
    rooms: fc.tuple(room, room, room, room),
    caps: fc.array(percent(100), { minLength: 3, maxLength: 3 }),
    rung: percent(30),
  })
  .map(({ stakes, count, idle, rooms, caps, rung }) => {
    const held = stakes.slice(0, count);
    const { holdings, total } = portfolioOf(contextOf({ stakes: held, idle }));
    const share = (value: bigint) => (total === 0n ? 0n : (value * 10_000n) / total);
    const policy = policyOf(held);
    return contextOf({
      stakes: held,
      idle,
      policy: {
        universe: holdings.map(({ position, value }, index) => ({
          position,
          ...bandAround(share(value), rooms[index % 4] ?? rooms[0]),
        })),
        caps: {
          protocols: policy.caps.protocols.map((cap, index) => ({
            ...cap,
            max: within(5_000n + (caps[index] ?? 0n)),
          })),
        },
        liquidity: policy.liquidity.map((each) => ({ ...each, share: rung as Bps })),
      },
    });
  });
