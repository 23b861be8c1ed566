import type { AccountRef, Dispute, Missing, SourceId } from "@ballast/core";
import { hexToBigInt } from "viem";
import type { CriticalCall } from "../adapter.ts";
import type { PinnedReader, PinnedResult } from "../chain/pinnedReader.ts";

/** A source that reads at the sweep's block. */
export type SourceReader = { readonly source: SourceId; readonly reader: PinnedReader };

/** What the comparison found: readings that sources give differently, and sources that did not take part. */
export type CrossCheck = {
  readonly disputes: readonly {
    readonly account: AccountRef;
    readonly dispute: Dispute;
    readonly missing: Missing;
  }[];
  readonly silent: readonly { readonly source: SourceId; readonly detail: string }[];
};

type Answers = { readonly source: SourceId; readonly results: readonly PinnedResult[] };

/** The source did not run the call: that says nothing about the chain. A revert does. */
const faultOf = (result: PinnedResult): Missing | null =>
  !result.ok && result.reverted === null ? result.missing : null;

function shown(result: PinnedResult): string {
  if (!result.ok) return result.missing.detail;
  return result.data.length === 66 ? `${hexToBigInt(result.data)}` : result.data;
}

const isSame = (one: PinnedResult, other: PinnedResult): boolean =>
  one.ok && other.ok ? one.data === other.data : !one.ok && !other.ok && one.reverted === other.reverted;

function compare(
  index: number,
  answers: { readonly calls: readonly CriticalCall[]; readonly all: readonly Answers[] },
) {
  const call = answers.calls[index];
  const given = answers.all.flatMap(({ source, results }) => {
    const result = results[index];
    return result === undefined || faultOf(result) !== null ? [] : [{ source, result }];
  });
  const [first] = given;
  if (call === undefined || first === undefined || given.every(({ result }) => isSame(result, first.result)))
    return [];
  const { subject } = call.call;
  const values = given.map(({ source, result }) => ({ source, value: shown(result) }));
  const detail = values.map(({ source, value }) => `${source} says ${value}`).join(", ");
  const missing = { subject, code: "disputed", retry: true, detail } as const;
  return [{ account: call.account, dispute: { subject, values }, missing }];
}

/** One subject (a Safe's state) may take several calls; the first that differs stands for it. */
function firstPerSubject(disputes: CrossCheck["disputes"]): CrossCheck["disputes"] {
  const keys = disputes.map(({ account, dispute }) => `${account.address} ${dispute.subject}`);
  return disputes.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

function silentOf({ source, results }: Answers): CrossCheck["silent"] {
  const fault = results.map(faultOf).find((missing) => missing !== null);
  const detail = "did not answer the critical readings at the block";
  return fault === undefined || fault === null ? [] : [{ source, detail: `${detail}: ${fault.detail}` }];
}

/**
 * Reads what moves money when it is wrong from every source and compares the answers byte by byte. The first reader is
 * the primary, whose call joins the one that the sweep makes anyway. A source that fails to answer has not confirmed
 * anything: it is reported as silent.
 */
export async function crossCheck(
  readers: readonly SourceReader[],
  calls: readonly CriticalCall[],
): Promise<CrossCheck> {
  const all = await Promise.all(
    readers.map(async ({ source, reader }) => ({
      source,
      results: await reader.read(calls.map(({ call }) => call)),
    })),
  );
  return {
    disputes: firstPerSubject(calls.flatMap((_, index) => compare(index, { calls, all }))),
    silent: all.slice(1).flatMap(silentOf),
  };
}
