import type { SafeTransaction } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import { batchLayout, type Place } from "./batchLayout.ts";
import { type BatchEntry, decodeMultiSend } from "./decodeMultiSend.ts";
import { inspectClaims } from "./inspectClaims.ts";
import { inspectDeadline } from "./inspectDeadline.ts";
import { inspectEntry } from "./inspectEntry.ts";
import { inspectAccount, inspectGasFields, inspectNonce } from "./inspectEnvelope.ts";
import { inspectRequest } from "./inspectRequest.ts";
import { inspectSwap } from "./inspectSwap.ts";
import { MalformedDataError } from "./malformedDataError.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

/** Bytes that a decoder refuses become a violation at their call; anything else thrown is a fault and goes on. */
function decoding(call: bigint | null, inspect: () => readonly Violation[]): readonly Violation[] {
  try {
    return inspect();
  } catch (error) {
    if (!(error instanceof MalformedDataError)) throw error;
    const { layout: field, offset, problem } = error;
    return [
      {
        code: "malformed",
        call,
        field,
        expected: "exactly one such call",
        actual: `byte ${offset}: ${problem}`,
      },
    ];
  }
}

/** The one delegatecall there is: to the pinned MultiSendCallOnly, whose code on chain has the pinned hash. */
function inspectTarget(transaction: SafeTransaction, inspection: BatchInspection): readonly Violation[] {
  const { address, codeHash } = inspection.deployment.safe.contracts.multiSendCallOnly;
  const actual = inspection.multiSendCallOnlyCodeHash ?? "nothing, the code could not be read";
  return [
    ...violationAt(null, { code: "target", field: "to", expected: address, actual: transaction.to }),
    ...violationAt(null, {
      code: "operation",
      field: "operation",
      expected: 1n,
      actual: transaction.operation,
    }),
    ...violationAt(null, { code: "value", field: "value", expected: 0n, actual: transaction.value }),
    ...violationAt(null, {
      code: "code-hash",
      field: "code of MultiSendCallOnly",
      expected: codeHash,
      actual,
    }),
  ];
}

function inspectPlan({ plan, account }: BatchInspection): readonly Violation[] {
  const places = [
    ["account of the plan", account.address, plan.account.address],
    ["chain of the plan", account.chainId, plan.account.chainId],
  ] as const;
  return places.flatMap(([field, expected, actual]) =>
    violationAt(null, { code: "account", field, expected, actual }),
  );
}

/** As many calls as the plan has, the deadline check included: no call more, no call less. */
function inspectCount(
  entries: readonly BatchEntry[],
  { policy, planned }: { readonly policy: BatchInspection["policy"]; readonly planned: bigint },
): readonly Violation[] {
  const count = BigInt(entries.length);
  const code = count < planned ? "call-missing" : "call-unplanned";
  const found = violationAt(null, { code, field: "number of calls", expected: planned, actual: count });
  if (count <= policy.batch.maxCalls) return found;
  const expected = `at most ${policy.batch.maxCalls}`;
  return [
    ...found,
    { code: "too-many-calls", call: null, field: "number of calls", expected, actual: `${count}` },
  ];
}

type Part = Place & { readonly judge: (...calls: BatchEntry[]) => readonly Violation[] };

/** The parts of the plan, each with what judges its calls. */
function partsOf(inspection: BatchInspection): readonly Part[] {
  const { claims, actions, requests } = batchLayout(inspection.plan);
  return [
    ...claims.map((part) => ({
      ...part,
      judge: (call: BatchEntry) => inspectClaims({ ...part, call }, inspection),
    })),
    ...actions.map(({ action, ...place }) => ({
      ...place,
      judge: (approval: BatchEntry, swap: BatchEntry) =>
        inspectSwap({ action, approval, swap, index: place.index }, inspection),
    })),
    ...requests.map((part) => ({
      ...part,
      judge: (...calls: BatchEntry[]) => inspectRequest({ ...part, calls }, inspection),
    })),
  ];
}

/** Every part against the calls at its place; one whose calls are cut off is told by the count alone. */
function inspectParts(entries: readonly BatchEntry[], inspection: BatchInspection): readonly Violation[] {
  return partsOf(inspection).flatMap(({ index, count, judge }) => {
    const calls = entries.slice(Number(index), Number(index + count));
    return BigInt(calls.length) < count ? [] : decoding(index, () => judge(...calls));
  });
}

function inspectData(inspection: BatchInspection): readonly Violation[] {
  const entries = decodeMultiSend(inspection.transaction.data);
  const account = inspection.account.address;
  const [first] = entries;
  const { policy, plan } = inspection;
  return [
    ...inspectCount(entries, { policy, planned: batchLayout(plan).total }),
    ...entries.flatMap((entry, index) => inspectEntry(entry, { index: BigInt(index), account })),
    ...(first === undefined ? [] : decoding(0n, () => inspectDeadline(first, inspection))),
    ...inspectParts(entries, inspection),
  ];
}

/**
 * Compares the final bytes of a batch with the plan, the deployment, the Safe as read, the accounting rates and
 * the policy's limits. Shares no code with what built it. An empty list is the only pass.
 * Pure; bytes that cannot be decoded are a violation, never an exception.
 */
export function inspectBatch(inspection: BatchInspection): readonly Violation[] {
  const { account, transaction, deployment, snapshot } = inspection;
  const { safe } = snapshot;
  return [
    ...inspectAccount(account, { account: snapshot.account, safe, chainId: deployment.chainId }),
    ...inspectPlan(inspection),
    ...(safe === null ? [] : inspectNonce(transaction, safe)),
    ...inspectTarget(transaction, inspection),
    ...inspectGasFields(transaction),
    ...decoding(null, () => inspectData(inspection)),
  ];
}
