import type { FeedReading } from "../../snapshot/types.ts";
import type { UnixSeconds } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { seconds } from "../../units/times.ts";
import type { Finding, Quantity } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";

const ID = "stale-oracle";

type Verdict = { readonly code: string; readonly measured: Quantity | null; readonly limit: Quantity | null };

function verdict({
  reading,
  now,
  grace,
}: {
  reading: FeedReading | undefined;
  now: UnixSeconds;
  grace: bigint;
}): Verdict {
  if (reading === undefined) return { code: "feed-missing", measured: null, limit: null };
  const limit = { unit: "seconds", value: seconds(reading.heartbeat + grace) } as const;
  if (reading.updatedAt > now) return { code: "feed-ahead", measured: null, limit };
  if (reading.value <= 0n) return { code: "feed-invalid", measured: null, limit };
  const age = seconds(now - reading.updatedAt);
  return {
    code: age > limit.value ? "feed-stale" : "feed-fresh",
    measured: { unit: "seconds", value: age },
    limit,
  };
}

function judge({ snapshot, policy }: RuleContext, feed: string): Finding {
  const reading = snapshot.feeds.find((each) => each.feed === feed);
  const { code, measured, limit } = verdict({
    reading,
    now: snapshot.block.timestamp,
    grace: policy.guards.staleOracle.grace,
  });
  const isFresh = code === "feed-fresh";
  return {
    rule: ID,
    code,
    subject: { kind: "feed", id: feed },
    level: isFresh ? "ok" : "unknown",
    measured,
    limit,
    evidence: [
      ...(reading === undefined ? [] : [reading.source]),
      { kind: "policy", path: "guards.staleOracle" },
    ],
    effect: isFresh ? { kind: "none" } : { kind: "freeze-entries", positions: "all" },
  };
}

/**
 * Each price feed that the policy names must have been updated within its own heartbeat and the policy's grace. Guards against entering on
 * a price that stopped: a silent feed looks exactly like a calm market. Stale, missing, ahead of the block, zero or negative are all
 * unknown, and freeze entries; exits do not wait for a feed.
 */
export const staleOracle: Rule = {
  id: ID,
  codes: ["feed-fresh", "feed-stale", "feed-missing", "feed-ahead", "feed-invalid"],
  evaluate: (context) =>
    [...new Set(context.policy.guards.staleOracle.feeds)]
      .sort(compareText)
      .map((feed) => judge(context, feed)),
};
