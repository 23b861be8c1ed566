import type { FeedReading, Missing, UnixSeconds } from "@ballast/core";
import { unixSeconds } from "@ballast/core";
import { encodeFunctionData, parseAbi } from "viem";
import type { PinnedReader, PinnedResult } from "../chain/pinnedReader.ts";
import { readWords } from "../chain/words.ts";
import type { DeployedFeed, Deployment } from "../deployment/types.ts";

/** smartcontractkit/chainlink, AggregatorV3Interface.sol */
const FEED = parseAbi([
  "function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)",
  "function decimals() view returns (uint8)",
]);

type FeedResult =
  | { readonly ok: true; readonly reading: FeedReading }
  | { readonly ok: false; readonly missing: Missing };
type Round = {
  readonly roundId: bigint;
  readonly answer: bigint;
  readonly updatedAt: bigint;
  readonly answeredInRound: bigint;
};

/** What is wrong with a round; null when nothing is. A late round is not wrong: how late is for the policy to judge. */
function flaw({ answer, updatedAt, roundId, answeredInRound }: Round, now: UnixSeconds): string | null {
  if (answer <= 0n) return `the answer is ${answer}; a price is above 0`;
  if (updatedAt === 0n) return "the round is not complete: it was never updated";
  if (updatedAt > now) return `updated at ${updatedAt}, after the block's own time ${now}`;
  if (answeredInRound < roundId) return `round ${roundId} carries the answer of round ${answeredInRound}`;
  return null;
}

type RoundFacts = { readonly feed: DeployedFeed; readonly now: UnixSeconds };

function readFeed(
  results: { readonly round: PinnedResult; readonly decimals: PinnedResult },
  facts: RoundFacts,
): FeedResult {
  const { feed, now } = facts;
  const subject = `feed:${feed.id}`;
  const round = readWords(results.round, { subject, count: 5 });
  if (!round.ok) return round;
  const decimals = readWords(results.decimals, { subject, count: 1 });
  if (!decimals.ok) return decimals;
  const [roundId = 0n, answer = 0n, , updatedAt = 0n, answeredInRound = 0n] = round.words;
  const [found = 0n] = decimals.words;
  const signed = BigInt.asIntN(256, answer);
  const wrongDecimals = `it has ${found} decimals, the deployment says ${feed.decimals}`;
  const wrong =
    found === feed.decimals
      ? flaw({ roundId, answer: signed, updatedAt, answeredInRound }, now)
      : wrongDecimals;
  if (wrong !== null)
    return { ok: false, missing: { subject, code: "unexpected", retry: false, detail: wrong } };
  const source = { kind: "call", contract: feed.address, method: "latestRoundData" } as const;
  const { id, heartbeat } = feed;
  const times = { updatedAt: unixSeconds(updatedAt), heartbeat };
  return { ok: true, reading: { feed: id, value: signed, decimals: found, roundId, ...times, source } };
}

/**
 * The latest round of every feed of the deployment. A round that contradicts itself (no answer, from the future,
 * carried over) is missing; a late one is read with its time, for the policy to judge.
 */
export async function readFeeds(request: {
  readonly reader: PinnedReader;
  readonly deployment: Deployment;
}): Promise<{ readonly feeds: readonly FeedReading[]; readonly missing: readonly Missing[] }> {
  const { reader, deployment } = request;
  const now = reader.block.timestamp;
  const read = await Promise.all(
    deployment.feeds.map(async (feed): Promise<FeedResult[]> => {
      const subject = `feed:${feed.id}`;
      const [round, decimals] = await reader.read(
        (["latestRoundData", "decimals"] as const).map((functionName) => ({
          subject,
          to: feed.address,
          data: encodeFunctionData({ abi: FEED, functionName }),
        })),
      );
      return round === undefined || decimals === undefined
        ? []
        : [readFeed({ round, decimals }, { feed, now })];
    }),
  );
  const results = read.flat();
  return {
    feeds: results.flatMap((result) => (result.ok ? [result.reading] : [])),
    missing: results.flatMap((result) => (result.ok ? [] : [result.missing])),
  };
}
