import type { UnixSeconds } from "@ballast/core";
import type { Read } from "../../chain/read.ts";
import { readWord } from "../../chain/readWord.ts";
import { isLacking } from "../../holdings/isLacking.ts";
import { isOn } from "./isOn.ts";
import type { SwitchAnswer } from "./readSwitches.ts";
import type { PausableContract } from "./switches.ts";

export type PauseQuestion = {
  readonly contracts: readonly PausableContract[];
  readonly now: UnixSeconds;
  /** What is lost when nobody can tell. */
  readonly subject: string;
};

/** Whether any of the contracts stands still. A getter that a version lacks stops nothing; one that did not answer leaves it open. */
export function pausedBy(
  answers: readonly SwitchAnswer[],
  { contracts, now, subject }: PauseQuestion,
): Read<boolean> {
  const words = answers
    .filter(({ contract, result, control }) => contracts.includes(contract) && !isLacking(result, control))
    .map(({ result, method }) => ({ method, read: readWord(result, subject) }));
  const unread = words.find(({ read }) => !read.ok);
  if (unread !== undefined && !unread.read.ok) return unread.read;
  return {
    ok: true,
    value: words.some(({ method, read }) => read.ok && isOn(read.value, { method, now })),
  };
}
