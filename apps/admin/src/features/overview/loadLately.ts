import { type ProposalEventRow, proposalEventsOf, type TickRecord } from "@ballast/db";
import { database } from "../../queries/database.ts";
import { recentTicks } from "../../queries/judgement.ts";
import { type ProposalFacts, proposalsOf } from "../../queries/proposalFacts.ts";
import { outcomeWords } from "../decision/outcomeWords.ts";
import { statusLook } from "../proposals/proposalStatus.ts";
import { collapseTicks } from "./collapseTicks.ts";

export type LatelyRow = {
  /** Unix seconds. */
  readonly at: number;
  readonly act: string;
  readonly sentence: string;
};

const PROPOSALS = 5;
const ROWS = 8;

/** The newest decisions and proposal events of an account, newest first; equal decisions in a row are one line. */
export async function loadLately(segment: string): Promise<readonly LatelyRow[]> {
  const [ticks, proposals] = await Promise.all([recentTicks(segment), proposalsOf(segment)]);
  const events = await Promise.all(proposals.slice(0, PROPOSALS).map(eventRows));
  const rows = [...collapseTicks(ticks).map(tickRow), ...events.flat()];
  return rows.toSorted((a, b) => b.at - a.at).slice(0, ROWS);
}

function tickRow({ tick, times }: { tick: TickRecord; times: number }): LatelyRow {
  const { act, sentence } = outcomeWords(tick);
  return {
    at: Number(tick.startedAt),
    act,
    sentence: times > 1 ? `${sentence} ${times} times in a row` : sentence,
  };
}

async function eventRows({ row }: ProposalFacts): Promise<readonly LatelyRow[]> {
  const events = await proposalEventsOf(database().db, row.safeTxHash);
  return events.filter(isNews).map(({ at, toState, cause }) => ({
    at: Number(at),
    act: statusLook(toState).word,
    sentence: `Proposal ${row.nonce}, ${cause.replaceAll("-", " ")}`,
  }));
}

const isNews = ({ toState }: ProposalEventRow) => toState !== "draft";
