import { setTimeout as delay } from "node:timers/promises";
import type { Hex } from "viem";
import type { Chain } from "../chain/chain.ts";
import { runBlock } from "../chain/runBlock.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { ClockBehindHeadError, OptionError } from "../errors.ts";
import { feedReports } from "../market/feedReports.ts";
import { marketMakerSwaps } from "../market/marketMakerSwaps.ts";
import { readMarket } from "../market/readMarket.ts";
import type { ScenarioContext } from "../scenarios/scenario.ts";
import { baseFeeWei, readMood, saveMood } from "../state/mood.ts";
import { createSerial } from "./serial.ts";

/** The chain in the present: its blocks, made one at a time, never ahead of the wall clock. */
export interface LiveChain extends ScenarioContext {
  /**
   * Mines the next block, with the market maker's swaps and the due reports in it.
   * @param timestamp seconds; the next that the clock allows unless told
   * @throws {OptionError} when it is not after the head, or ahead of the wall clock
   */
  mineBlock(timestamp?: number): Promise<void>;
}

/**
 * @param nextTimestamp what a block that follows the head would carry (the wall clock, or a step after the head)
 * @param moodFile where scenarios' marks are kept
 */
export function createLiveChain({
  chain,
  nextTimestamp,
  moodFile,
}: {
  chain: Chain;
  nextTimestamp: (head: number) => number;
  moodFile: string;
}): LiveChain {
  const serial = createSerial();
  let mood = readMood(moodFile);
  const headTimestamp = async () => Number((await chain.reader.getBlock({ blockTag: "latest" })).timestamp);
  const mine = async (timestamp: number, transactions: readonly DevnetTransaction[]) =>
    runBlock(chain, { timestamp, transactions, baseFeeWei: baseFeeWei(mood, timestamp) });
  return {
    chain,
    get mood() {
      return mood;
    },
    setMood: (next) => {
      mood = next;
      saveMood(moodFile, next);
    },
    headTimestamp,
    submit: (transactions) =>
      serial(
        async (): Promise<Hex[]> =>
          mine(await allowedTimestamp(await headTimestamp(), nextTimestamp), transactions),
      ),
    mineBlock: (asked) =>
      serial(async () => {
        const market = await readMarket(chain);
        const timestamp =
          asked === undefined
            ? await allowedTimestamp(market.timestamp, nextTimestamp)
            : checked(asked, market.timestamp);
        await mine(timestamp, [
          ...marketMakerSwaps(market, mood.depegged ? "weETH" : null),
          ...feedReports(market, { now: timestamp, silent: mood.silentFeeds }),
        ]);
      }),
  };
}

/** A clock that is adjusted by less than this is waited for. */
const patienceSeconds = 2;

/** Seconds of the wall clock, rounded down. */
export function wallClock(): number {
  return Math.floor(Date.now() / 1000);
}

/**
 * Two blocks cannot share a second, and none may carry a future one: the second block of a second waits for the next.
 * @throws {ClockBehindHeadError} when the clock was set back further than that
 */
async function allowedTimestamp(head: number, nextTimestamp: (head: number) => number): Promise<number> {
  if (wallClock() + patienceSeconds < head) throw new ClockBehindHeadError({ head, now: wallClock() });
  while (wallClock() <= head) await delay(Math.max(1, (head + 1) * 1000 - Date.now()));
  return Math.min(wallClock(), nextTimestamp(head));
}

function checked(timestamp: number, head: number): number {
  const now = wallClock();
  if (!Number.isSafeInteger(timestamp) || timestamp <= head || timestamp > now)
    throw new OptionError({
      option: "timestamp",
      value: timestamp,
      limit: `after the head (${head}) and not after the wall clock (${now})`,
    });
  return timestamp;
}
