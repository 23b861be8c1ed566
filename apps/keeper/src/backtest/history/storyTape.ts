import {
  formatTime,
  type PositionId,
  parseTime,
  type TapeLine,
  type UnixSeconds,
  venueOf,
} from "@ballast/core";
import type { IncidentStory } from "./incidentStory.ts";
import { interpolateDown } from "./interpolateDown.ts";

const RATE = 10n ** 18n;
const YEAR = 31_536_000n;
/** 3 % a year on every staked asset: what staking paid in these years, give or take. */
const YEARLY = 3n;

/** Far more than the rehearsed account: what limits a share of a venue bounds nothing, and nothing is left out of the story for it. */
const LARGE = "1000000";

/** The venues whose value a policy may ask for. */
function venuesOf({ position }: IncidentStory): readonly string[] {
  return [...new Set(["etherfi", "lido", ...(position === null ? [] : [venueOf(position)])])];
}

/** The times of a tape's steps. */
function timesOf({ start, paces }: IncidentStory): readonly UnixSeconds[] {
  const times: UnixSeconds[] = [];
  let time: bigint = parseTime(start);
  for (const [until, seconds] of paces) {
    for (; time < parseTime(until); time += seconds) times.push(time as UnixSeconds);
  }
  return times;
}

const assetOf = (position: PositionId) => {
  const form = position.replace(/^[^:]+:/, "").replace(/@.*$/, "");
  return position.startsWith("eigenlayer:") ? `EL-${form}` : form;
};

function decimal(value: bigint): string {
  return `${value / RATE}.${(value % RATE).toString().padStart(18, "0")}`;
}

/** An asset that nothing happens to but growth: rate and price alike. */
function calm(asset: string, { time, since }: { time: UnixSeconds; since: UnixSeconds }): TapeLine[] {
  const rate = decimal(grown(since, time));
  return ["rate", "price"].map((kind) => ({
    time: formatTime(time),
    series: `${kind}:${asset}`,
    value: rate,
  }));
}

function grown(since: UnixSeconds, time: UnixSeconds): bigint {
  return RATE + (RATE * YEARLY * (time - since)) / (100n * YEAR);
}

/** The asset of the story: its rate grows as all do, its price is its share of that, its pool is as deep as told. */
function told(story: IncidentStory, { time, since }: { time: UnixSeconds; since: UnixSeconds }): TapeLine[] {
  const asset = assetOf(story.position ?? ("lido:wstETH" as PositionId));
  const rate = grown(since, time);
  const peg = BigInt(interpolateDown(story.peg, time).replace(".", ""));
  const at = formatTime(time);
  return [
    { time: at, series: `rate:${asset}`, value: decimal(rate) },
    { time: at, series: `price:${asset}`, value: decimal((rate * peg) / 1_000_000n) },
    { time: at, series: `depth:${asset}`, value: interpolateDown(story.depth, time) },
  ];
}

/**
 * A story as a tape: the asset that it happens to, beside wstETH and weETH that only grow, deep pools for those, and gas. Labelled synthetic with the story's own
 * sources.
 */
export function storyTape(story: IncidentStory): readonly TapeLine[] {
  const times = timesOf(story);
  const since = times[0] ?? parseTime(story.start);
  const subject = assetOf(story.position ?? ("lido:wstETH" as PositionId));
  const others = ["weETH", "wstETH"].filter((asset) => asset !== subject);
  const at = formatTime(since);
  const once = [
    ["synthetic", `${story.title}: ${story.sources}`],
    ["base-fee", "1.4"],
    ["queue:lido:wstETH", "5d"],
    ["queue:etherfi:weETH", "7d"],
    ...others.map((asset) => [`depth:${asset}`, "20000"] as const),
    ...venuesOf(story).map((venue) => [`figure:${venue}:tvl`, LARGE] as const),
  ] as const;
  const series = [...once.map(([name, value]) => ({ time: at, series: name, value }))];
  const steps = times.flatMap((time) => [
    ...told(story, { time, since }),
    ...others.flatMap((asset) => calm(asset, { time, since })),
  ]);
  const began = formatTime(parseTime(story.began));
  const marked =
    story.position === null ? [] : [{ time: began, series: `incident:${story.position}`, value: story.id }];
  const events = story.events.map(([time, name, value]) => ({
    time: formatTime(parseTime(time)),
    series: name,
    value,
  }));
  return [...series, ...steps, ...events, ...marked];
}
