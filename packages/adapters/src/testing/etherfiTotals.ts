import fc from "fast-check";
import type { EtherfiTotals } from "../protocols/etherfi/maths/etherfiTotals.ts";

/** Totals as recorded from ether.fi's own contracts, at five rates. */
export const RECORDED = {
  beforeDeposit: { pooled: 1_133_199_918_518_519_251_882n, shares: 1_100_789_398_517_203_629_667n },
  afterDeposit: { pooled: 1_145_545_597_419_753_819_772n, shares: 1_112_781_980_081_931_687_617n },
  atFirstFinalisation: { pooled: 1_147_545_597_419_753_819_772n, shares: 1_112_781_980_081_931_687_617n },
  afterLoss: { pooled: 1_115_375_600_349_085_006_587n, shares: 1_104_845_652_153_964_347_576n },
  beforeRedemption: { pooled: 1_111_446_061_613_159_558_682n, shares: 1_100_953_211_091_062_287_169n },
} as const satisfies Record<string, EtherfiTotals>;

/** Amounts of any size that a treasury may hold, dust included. */
export const anyAmount = fc.oneof(
  fc.bigInt({ min: 0n, max: 1_000n }),
  fc.bigInt({ min: 0n, max: 10n ** 26n }),
);

/** Totals at any rate between half an ether and two of a share. */
export const anyTotals: fc.Arbitrary<EtherfiTotals> = fc
  .tuple(fc.bigInt({ min: 10n ** 9n, max: 10n ** 26n }), fc.bigInt({ min: 5_000n, max: 20_000n }))
  .map(([shares, bps]) => ({ shares, pooled: (shares * bps) / 10_000n + 1n }));
