import type { Source } from "../../chain/types.ts";
import { guardWindow } from "../../history/guardWindow.ts";
import { rateSeries } from "../../history/seriesOf.ts";
import type { Sample } from "../../history/types.ts";
import { sampleSource, windowSamples } from "../../history/windowSamples.ts";
import { YEAR } from "../../history/year.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { AssetId, Bps, UnixSeconds, Wad } from "../../units/brands.ts";
import { mulDivUp } from "../../units/mulDiv.ts";
import { ratioBps } from "../../units/quantities.ts";
import { BPS_ONE } from "../../units/share.ts";
import { seconds } from "../../units/times.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { yardstick } from "./backing.ts";
import { unseen } from "./unseen.ts";
import { type WatchedAsset, watchedAssets } from "./watchedAssets.ts";

const ID = "rate-growth";
const POLICY: Source = { kind: "policy", path: "guards.rateGrowth" };

/** A rate now and at an earlier sample. */
type Growth = { readonly rate: Wad; readonly since: Sample; readonly now: UnixSeconds };

/** Whether the rate grew by more than `most` of what it was. */
function isAbove({ rate, since }: Growth, most: Bps): boolean {
  return (rate - since.value) * BPS_ONE > most * since.value;
}

/** Whether it grew faster than `most` per year of 365 days; a simple rate, cross-multiplied. */
function isFaster({ rate, since, now }: Growth, most: Bps): boolean {
  return (rate - since.value) * BPS_ONE * YEAR > most * since.value * (now - since.timestamp);
}

function bpsUp({ rate, since }: Growth): Bps {
  return ratioBps(
    rate <= since.value ? 0n : mulDivUp(rate - since.value, { times: BPS_ONE, over: since.value }),
  );
}

/** Per year of 365 days, simple, rounded up; 0 for a rate that fell. */
function yearlyBpsUp({ rate, since, now }: Growth): Bps {
  if (rate <= since.value) return ratioBps(0n);
  const over = since.value * (now - since.timestamp);
  return ratioBps(mulDivUp(rate - since.value, { times: BPS_ONE * YEAR, over }));
}

type Seen = Pick<Sight["finding"], "code" | "measured" | "limit" | "evidence"> & Pick<Sight, "level">;

/** A leap since the last sample. After a long gap a large step is no leap, so it must be too fast for a year as well. */
function leap({ policy }: RuleContext, { last, series }: { last: Growth; series: string }): Seen | null {
  const { maxPerYear, maxPerSample } = guardOf(policy, "rateGrowth");
  if (!isAbove(last, maxPerSample) || !isFaster(last, maxPerYear)) return null;
  return {
    code: "rate-leapt",
    level: "tripped",
    measured: { unit: "bps", value: bpsUp(last) },
    limit: { unit: "bps", value: maxPerSample },
    evidence: [sampleSource(series, last.since)],
  };
}

function overWindow(context: RuleContext, { first, series }: { first: Growth; series: string }): Seen {
  const { maxPerYear } = guardOf(context.policy, "rateGrowth");
  const window = guardWindow(context.policy);
  const covered = seconds(first.now - first.since.timestamp);
  const evidence = [sampleSource(series, first.since)];
  if (2n * covered < window || covered === 0n) {
    const measured = { unit: "seconds", value: covered } as const;
    return {
      code: "history-too-short",
      level: "notice",
      measured,
      limit: { unit: "seconds", value: window },
      evidence,
    };
  }
  const isTripped = isFaster(first, maxPerYear);
  return {
    code: isTripped ? "growing-too-fast" : "growth-within",
    level: isTripped ? "tripped" : "ok",
    measured: { unit: "bps", value: yearlyBpsUp(first) },
    limit: { unit: "bps", value: maxPerYear },
    evidence,
  };
}

function judge(context: RuleContext, { rate, asset }: { rate: Wad; asset: AssetId }): Seen {
  const series = rateSeries(asset);
  const samples = windowSamples(context, series).filter((each) => each.value > 0n);
  const [oldest] = samples;
  const newest = samples.at(-1);
  if (oldest === undefined || newest === undefined) {
    return { code: "no-history-yet", level: "notice", measured: null, limit: null, evidence: [] };
  }
  const now = context.snapshot.block.timestamp;
  return (
    leap(context, { last: { rate, since: newest, now }, series }) ??
    overWindow(context, { first: { rate, since: oldest, now }, series })
  );
}

function unknown({ asset, positions }: WatchedAsset): Finding {
  const subject = { kind: "asset", id: asset } as const;
  return unseen({ rule: ID, code: "rate-unknown", subject, evidence: [POLICY], positions });
}

/**
 * An accounting rate grew faster than staking can pay: from the last sample to this block, or per year over the window. Guards against a rate that was
 * manipulated or misreported upwards: what is entered at it is worth less the moment it is put right. A rate of the chain moves in steps, one a day or
 * fewer, so the yearly rate is judged only when half the window is covered. Until then only a leap shows, which is told as a history too short, and nothing stops: the
 * backing-loss guard already freezes entries while no earlier rate is known at all. A token that rebases is judged by the rate that it grows with.
 */
export const rateGrowth: Rule = {
  id: ID,
  codes: [
    "growth-within",
    "growing-too-fast",
    "rate-leapt",
    "exit-asked",
    "history-too-short",
    "no-history-yet",
    "rate-unknown",
  ],
  evaluate: (context) => {
    const { response } = guardOf(context.policy, "rateGrowth");
    const unread: Finding[] = [];
    const sights: Sight[] = [];
    for (const watched of watchedAssets(context, (asset) => yardstick(context, asset))) {
      const { asset, positions } = watched;
      const rate = rateOf(context.snapshot, asset);
      if (rate === null) unread.push(unknown(watched));
      else {
        const { level, evidence, ...seen } = judge(context, { rate, asset });
        const source = context.snapshot.rates.find((each) => each.asset === asset)?.source;
        const all = [...(source === undefined ? [] : [source]), ...evidence, POLICY];
        sights.push({
          finding: { ...seen, subject: { kind: "asset", id: asset }, evidence: all },
          level,
          positions,
        });
      }
    }
    return [...unread, ...answerSights(context, { rule: ID, response, sights })];
  },
};
