import type { Hex } from "viem";
import type { Chain } from "../chain/chain.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import type { Mood } from "../state/mood.ts";

/** What a scenario may use. */
export interface ScenarioContext {
  readonly chain: Chain;
  /** as it is now */
  readonly mood: Mood;
  readonly setMood: (mood: Mood) => void;
  /** seconds, the timestamp of the newest block */
  readonly headTimestamp: () => Promise<number>;
  /** Puts the transactions into one block of their own and proves that they succeeded. */
  readonly submit: (transactions: readonly DevnetTransaction[]) => Promise<Hex[]>;
}

export interface ScenarioResult {
  /** what was done, for people */
  readonly sentence: string;
  readonly transactions: readonly Hex[];
}

/** Parameters as they came from a request or a command line. */
export type ScenarioParameters = Readonly<Record<string, unknown>>;

/** Something that happens to the chain, and to nothing else. */
export type Scenario = (context: ScenarioContext, parameters: ScenarioParameters) => Promise<ScenarioResult>;
