import type { Source } from "../../chain/types.ts";
import { feedSeries } from "../../history/seriesOf.ts";
import { highest, sampleSource, windowSamples } from "../../history/windowSamples.ts";
import type { FeedReading } from "../../snapshot/types.ts";
import type { Policy } from "../policy.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { watchedPositions } from "./concerned.ts";
import { fallFrom } from "./fallFrom.ts";
import { unseen } from "./unseen.ts";

const ID = "price-drawdown";
const POLICY: Source = { kind: "policy", path: "guards.priceDrawdown" };

type Guard = NonNullable<Policy["guards"]["priceDrawdown"]>;

/** A feed that is late, ahead of the block or says nothing shows no price. */
function isUsable({ snapshot, policy }: RuleContext, { updatedAt, heartbeat, value }: FeedReading): boolean {
  const age = snapshot.block.timestamp - updatedAt;
  return age >= 0n && age <= heartbeat + policy.guards.staleOracle.grace && value > 0n;
}

function judge(
  context: RuleContext,
  { reading, guard }: { reading: FeedReading; guard: Guard },
): Omit<Sight, "positions"> {
  const series = feedSeries(guard.feed);
  const top = highest(windowSamples(context, series));
  const subject = { kind: "feed", id: guard.feed } as const;
  const limit = { unit: "bps", value: guard.threshold } as const;
  if (top === undefined) {
    const evidence = [reading.source, POLICY];
    return { level: "notice", finding: { code: "no-history-yet", subject, measured: null, limit, evidence } };
  }
  const { share, isBeyond } = fallFrom(top.value, { now: reading.value, threshold: guard.threshold });
  const finding = {
    code: isBeyond ? "price-fell" : "price-steady",
    subject,
    measured: { unit: "bps", value: share },
    limit,
    evidence: [reading.source, sampleSource(series, top), POLICY],
  } as const;
  return { level: isBeyond ? "tripped" : "ok", finding };
}

/**
 * The price of the base asset itself fell by more than the threshold from the highest of the window, by the feed that the policy names. Guards what no share and no rate shows: everything here is
 * counted in the base asset, and the treasury pays its bills in another. It works only where a policy asks for it. Compared exactly, in the feed's own decimals; shown rounded
 * up. A feed that is missing or late is unknown and freezes entries; one without an earlier sample shows no fall yet, which is told and stops nothing.
 */
export const priceDrawdown: Rule = {
  id: ID,
  codes: ["price-steady", "price-fell", "exit-asked", "no-history-yet", "price-unknown"],
  evaluate: (context) => {
    const guard = context.policy.guards.priceDrawdown;
    if (guard === undefined) return [];
    const positions = watchedPositions(context).map((each) => each.position);
    const reading = context.snapshot.feeds.find((each) => each.feed === guard.feed);
    if (reading === undefined || !isUsable(context, reading)) {
      const subject = { kind: "feed", id: guard.feed } as const;
      const evidence = [...(reading === undefined ? [] : [reading.source]), POLICY];
      return [unseen({ rule: ID, code: "price-unknown", subject, evidence, positions })];
    }
    const sights = [{ ...judge(context, { reading, guard }), positions }];
    return answerSights(context, { rule: ID, response: guard.response, sights });
  },
};
