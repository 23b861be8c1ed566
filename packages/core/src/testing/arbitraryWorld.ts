import fc from "fast-check";
import type { RuleContext } from "../policy/rule.ts";
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

const band = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([min, room, rest]) => ({
    min: (BigInt(min) * 100n) as Bps,
    target: (BigInt(min + Math.floor(room / 2)) * 100n) as Bps,
    max: (BigInt(Math.min(100, min + room + rest)) * 100n) as Bps,
  }));

/** Accounts of two or three positions and idle money, of any sizes, yields, depths, bands and caps. Everything was read. */
export const contexts: fc.Arbitrary<RuleContext> = fc
  .record({
    stakes: fc.tuple(stake("etherfi:weETH"), stake("lido:wstETH"), stake("renzo:ezETH")),
    count: fc.integer({ min: 2, max: 3 }),
    idle: ether(400n),
    bands: fc.tuple(band, band, band, band),
    caps: fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 3, maxLength: 3 }),
    rung: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ stakes, count, idle, bands, caps, rung }) => {
    const held = stakes.slice(0, count);
    const policy = policyOf(held);
    return contextOf({
      stakes: held,
      idle,
      policy: {
        universe: policy.universe.map((each, index) => ({ ...each, ...bands[index % 4] })),
        caps: {
          protocols: policy.caps.protocols.map((cap, index) => ({
            ...cap,
            max: (BigInt(caps[index] ?? 100) * 100n) as Bps,
          })),
        },
        liquidity: policy.liquidity.map((each) => ({ ...each, share: (BigInt(rung) * 100n) as Bps })),
      },
    });
  });
