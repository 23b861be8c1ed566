import type { Flag, Missing, Source } from "@ballast/core";
import type { PinnedResult } from "../chain/pinnedReader.ts";
import { readWords } from "../chain/words.ts";
import { isLacking } from "./isLacking.ts";

/** What a pause getter says: a flag when something is stopped, nothing when it runs, or that it could not be read. */
export type SwitchReading = { readonly flags: readonly Flag[]; readonly missing: readonly Missing[] };

export type SwitchFacts = {
  readonly flag: Flag;
  /** Whether the getter's word means that it is stopped. */
  readonly isOn: (word: bigint) => boolean;
  /** For a getter that a version of the contract may lack. */
  readonly lacking?: {
    /** A later call of the same aggregate to the same contract. */
    readonly control: PinnedResult;
    /** Says that there is no such getter. */
    readonly flag: Flag;
  };
};

const methodOf = (source: Source): string => (source.kind === "call" ? source.method : source.kind);

/** Reads a getter that says whether something is stopped. Not being able to read it is never taken for running. */
export function readSwitch(result: PinnedResult, { flag, isOn, lacking }: SwitchFacts): SwitchReading {
  if (lacking !== undefined && isLacking(result, lacking.control)) {
    return { flags: [lacking.flag], missing: [] };
  }
  const read = readWords(result, { subject: `venue:${flag.venue}`, count: 1 });
  if (read.ok) return { flags: isOn(read.words[0] ?? 0n) ? [flag] : [], missing: [] };
  const detail = `${methodOf(flag.source)}: ${read.missing.detail}`;
  return { flags: [], missing: [{ ...read.missing, detail }] };
}
