import type {
  AccountRef,
  ExposureFact,
  FeedReading,
  Flag,
  GasReading,
  Missing,
  RateReading,
  RouteCurve,
  VenueFigure,
} from "@ballast/core";
import type { AccountReadings, ReadRequest } from "../adapter.ts";
import type { PinnedReader } from "../chain/pinnedReader.ts";
import type { Deployment } from "../deployment/types.ts";
import { readFeeds } from "../prices/readFeeds.ts";
import type { SafeReading } from "../rails/safe/decodeSafeState.ts";
import { readSafeState } from "../rails/safe/readSafeState.ts";
import { adapters } from "../registry.ts";
import { routes } from "../routes/routes.ts";
import { readGas } from "./readGas.ts";

/** What is the same for every account of the sweep. */
export type ChainReadings = {
  readonly rates: readonly RateReading[];
  readonly feeds: readonly FeedReading[];
  readonly curves: readonly RouteCurve[];
  readonly flags: readonly Flag[];
  readonly figures: readonly VenueFigure[];
  /** What the venues of the deployment depend on, as their adapters state it. */
  readonly exposures: readonly ExposureFact[];
  readonly gas: GasReading | null;
  readonly missing: readonly Missing[];
};

export type ReadChainRequest = Pick<ReadRequest, "openTickets"> & {
  readonly reader: PinnedReader;
  readonly deployment: Deployment;
  readonly accounts: readonly AccountRef[];
  readonly baseFee: bigint;
};

/** Everything of one sweep from one source: the chain's readings, and per account its venues' readings and its Safe. */
export type SweepReadings = {
  readonly chain: ChainReadings;
  readonly accounts: readonly {
    readonly account: AccountRef;
    readonly safe: SafeReading;
    readonly venues: readonly AccountReadings[];
  }[];
};

function deployedExposures(deployment: Deployment): readonly ExposureFact[] {
  return adapters
    .filter((adapter) => adapter.positions(deployment).length > 0)
    .flatMap(({ exposures }) => exposures);
}

/** Asks every venue, route, feed and Safe in one turn, so that all of it travels together. */
export async function readChain(request: ReadChainRequest): Promise<SweepReadings> {
  const { reader, accounts, baseFee } = request;
  const [venues, swaps, feeds, gas, safes] = await Promise.all([
    Promise.all(adapters.map((adapter) => adapter.read(request))),
    Promise.all(routes.map((route) => route.readCurves(request))),
    readFeeds(request),
    readGas(reader, baseFee),
    Promise.all(
      accounts.map(async (account) => ({ account, safe: await readSafeState(reader, account.address) })),
    ),
  ]);
  const chain = {
    rates: venues.flatMap(({ rates }) => rates),
    feeds: feeds.feeds,
    curves: swaps.flatMap(({ curves }) => curves),
    flags: venues.flatMap(({ flags }) => flags),
    figures: venues.flatMap(({ figures }) => figures),
    exposures: deployedExposures(request.deployment),
    gas: gas.ok ? gas.gas : null,
    missing: [
      ...venues.flatMap(({ missing }) => missing),
      ...swaps.flatMap(({ missing }) => missing),
      ...feeds.missing,
      ...(gas.ok ? [] : [gas.missing]),
    ],
  };
  const ofAccount = ({ address }: AccountRef) =>
    venues.flatMap((venue) => venue.accounts.filter(({ account }) => account.address === address));
  return { chain, accounts: safes.map((own) => ({ ...own, venues: ofAccount(own.account) })) };
}
