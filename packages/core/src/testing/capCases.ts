import type { Policy } from "../policy/policy.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { AssetId, Bps } from "../units/brands.ts";
import { factOf } from "./exposures.ts";
import { withFigures } from "./figures.ts";
import type { GoldenCase } from "./goldenCase.ts";
import { kept } from "./kept.ts";
import { CALM, contextOf, eth, policyOf, WEETH, WSTETH } from "./world.ts";

const { caps } = policyOf(CALM.stakes);

function capped(more: Partial<Policy["caps"]>): RuleContext {
  return contextOf(kept({ ...CALM, policy: { caps: { ...caps, ...more } } }));
}

/** 500 of 4,900 that Lido states, a tenth allowed; ether.fi is large. */
function largeInTheVenue(): RuleContext {
  const tvl = (venue: string, now: string) => ({
    venue,
    figure: "tvl",
    now: eth(now),
    before: { 24: eth(now), 1: eth(now) },
  });
  return withFigures(capped({ venueShare: 1_000n as Bps }), [tvl("etherfi", "50000"), tvl("lido", "4900")]);
}

/** 100 of weETH and 80 of wstETH in pools that take about 90 and 197 within the ceiling; all of that allowed. */
function largeInItsMarket(): RuleContext {
  const stakes = [
    { ...WSTETH, value: "80" },
    { ...WEETH, value: "100" },
  ];
  return contextOf({ stakes, idle: "60", policy: { caps: { ...caps, exitLiquidityShare: 10_000n as Bps } } });
}

/** Lido and ether.fi told their rates by one oracle: 900 of 1,000, seven eighths allowed. */
function oneOracle(): RuleContext {
  const sharedCauses = [{ kind: "oracle" as const, account: 8_750n as Bps }];
  const context = capped({ sharedCauses });
  const exposures = ["etherfi", "lido"].map((venue) =>
    factOf(`protocol:${venue}`, { kind: "oracle", parts: { committee: 100n } }),
  );
  return { ...context, snapshot: { ...context.snapshot, exposures } };
}

/** What the keeper should decide of caps that no single position or protocol shows. */
export const capCases: readonly GoldenCase[] = [
  {
    name: "asset-cap",
    outcome: "propose limit-breached",
    context: capped({ assets: [{ asset: "wstETH" as AssetId, max: 4_800n as Bps }] }),
  },
  { name: "share-of-the-venue", outcome: "propose limit-breached", context: largeInTheVenue() },
  { name: "one-oracle-for-two-venues", outcome: "propose limit-breached", context: oneOracle() },
  { name: "share-of-exit-liquidity", outcome: "propose limit-breached", context: largeInItsMarket() },
];
