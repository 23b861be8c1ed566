import type { Hex, Missing } from "@ballast/core";
import { describeRevert } from "./describeRevert.ts";
import type { SourceFault } from "./faults.ts";
import type { PinnedCall, PinnedResult } from "./pinnedReader.ts";

/** What a call came to, whoever asked for it. */
export type Outcome =
  | { readonly ok: true; readonly data: Hex }
  | { readonly ok: false; readonly reverted: Hex | null; readonly missing: Omit<Missing, "subject"> };

/** The contract ran and reverted. The same block gives the same revert, so there is nothing to retry. */
export const revertedWith = (data: Hex): Outcome => ({
  ok: false,
  reverted: data,
  missing: { code: "revert", retry: false, detail: describeRevert(data) },
});

/** The call was not run, because of the source. */
export const faulted = (fault: SourceFault): Outcome => ({
  ok: false,
  reverted: null,
  missing: { code: "rpc", retry: fault.retry, detail: fault.message },
});

/** The call was not run, for another reason. */
export const notRun = (missing: Omit<Missing, "subject">): Outcome => ({
  ok: false,
  reverted: null,
  missing,
});

/** The outcome as an answer to this call. */
export const resultFor = ({ subject }: PinnedCall, outcome: Outcome): PinnedResult =>
  outcome.ok ? outcome : { ...outcome, missing: { ...outcome.missing, subject } };
