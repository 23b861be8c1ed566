import {
  compareText,
  depthSeries,
  feedSeries,
  figureSeries,
  guardOf,
  guardWindow,
  type HistorySlice,
  marketSeries,
  max,
  type Policy,
  SAFE_FIELDS,
  type Sample,
  type Series,
  type Snapshot,
  safeSeries,
  unixSeconds,
} from "@ballast/core";
import { type Database, historySamples, sampleNearTime, samplesAround } from "@ballast/db";
import { storedSeries } from "../sweep/storedSeries.ts";

type Wanted = { readonly snapshot: Snapshot; readonly policy: Policy };

/**
 * The part of stored history that a decision may use: around the start of the yield window, and the newest samples that
 * the guards count. Asked again for the same block it is the same slice.
 */
export async function historySlice(db: Database, wanted: Wanted): Promise<HistorySlice> {
  const { snapshot, policy } = wanted;
  const { account } = snapshot;
  const assets = snapshot.rates.map(({ asset }) => asset);
  const series: Series[] = [];
  for (const asset of assets) {
    const rates = await rateSamples(db, { ...wanted, series: `rate:${asset}` });
    if (rates.length > 0) series.push({ id: `rate:${asset}`, samples: rates });
    const id = marketSeries(asset);
    const market = await newest(db, { ...wanted, series: storedSeries(id, { account, policy }) });
    if (market.length > 0) series.push({ id, samples: market });
  }
  series.push(...(await figures(db, wanted)), ...(await feeds(db, wanted)));
  return {
    schema: "ballast/history/1",
    asOf: snapshot.block,
    series: series.toSorted((a, b) => compareText(a.id, b.id)),
  };
}

/** What the guards compare, under the name that it is stored by. */
function guarded({ snapshot, policy }: Wanted): ReadonlyMap<string, string> {
  const { account } = snapshot;
  const ids = [
    ...snapshot.figures.map(({ venue, figure }) => figureSeries(venue, figure)),
    ...snapshot.rates.map(({ asset }) => depthSeries(asset)),
    ...SAFE_FIELDS.map(safeSeries),
  ];
  return new Map(ids.map((id) => [storedSeries(id, { account, policy }), id]));
}

/** What the guards compare with: around the start of their window, and the newest. */
async function figures(db: Database, wanted: Wanted): Promise<readonly Series[]> {
  const { chainId, number: upTo, timestamp } = wanted.snapshot.block;
  const time = unixSeconds(timestamp - guardWindow(wanted.policy));
  const names = guarded(wanted);
  const found = await samplesAround(db, { chainId, series: [...names.keys()], time, upTo });
  return [...found].map(([stored, samples]) => ({ id: names.get(stored) ?? stored, samples }));
}

/** Answers of feeds: as figures, and the newest ones that a guard counts. */
async function feeds(db: Database, wanted: Wanted): Promise<readonly Series[]> {
  const { chainId, number: upTo, timestamp } = wanted.snapshot.block;
  const time = unixSeconds(timestamp - guardWindow(wanted.policy));
  const names = wanted.snapshot.feeds.map(({ feed }) => feedSeries(feed));
  const around = await samplesAround(db, { chainId, series: names, time, upTo });
  const found: Series[] = [];
  for (const id of names) {
    const samples = ascending([...(around.get(id) ?? []), ...(await newest(db, { ...wanted, series: id }))]);
    if (samples.length > 0) found.push({ id, samples });
  }
  return found;
}

/** Each block once, oldest first. */
function ascending(samples: readonly Sample[]): readonly Sample[] {
  const byBlock = new Map(samples.map((sample) => [sample.block, sample]));
  return [...byBlock.values()].toSorted((a, b) => (a.block < b.block ? -1 : 1));
}

type SeriesWanted = Wanted & { readonly series: string };

async function newest(db: Database, { snapshot, policy, series }: SeriesWanted): Promise<readonly Sample[]> {
  const { chainId, number: upTo } = snapshot.block;
  const { samples } = guardOf(policy, "oracleDiverging");
  const lastN = Number(max(policy.guards.marketDepeg.samples, samples)) + 1;
  return historySamples(db, { chainId, series, upTo, lastN });
}

async function rateSamples(db: Database, wanted: SeriesWanted): Promise<readonly Sample[]> {
  const { snapshot, policy, series } = wanted;
  const { chainId, number: upTo, timestamp } = snapshot.block;
  const around = [policy.objective.yieldWindow, guardWindow(policy)].flatMap((window) => {
    const time = unixSeconds(timestamp - window);
    return [
      sampleNearTime(db, { chainId, series, time, side: "at-or-before", upTo }),
      sampleNearTime(db, { chainId, series, time, side: "after", upTo }),
    ];
  });
  const found = [...(await Promise.all(around)), ...(await newest(db, wanted))];
  return ascending(found.filter((sample) => sample !== undefined));
}
