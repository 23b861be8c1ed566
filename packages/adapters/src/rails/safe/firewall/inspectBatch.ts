import type { SafeTransaction } from "@ballast/core";
import type { BatchInspection } from "./batchInspection.ts";
import { type BatchEntry, decodeMultiSend } from "./decodeMultiSend.ts";
import { inspectDeadline } from "./inspectDeadline.ts";
import { inspectEntry } from "./inspectEntry.ts";
import { inspectAccount, inspectGasFields, inspectNonce } from "./inspectEnvelope.ts";
import { inspectSwap } from "./inspectSwap.ts";
import { MalformedDataError } from "./malformedDataError.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

const CALLS_PER_ACTION = 2n;

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

/** One deadline check and two calls for each action, in the plan's order: no call more, no call less. */
function inspectCount(
  entries: readonly BatchEntry[],
  { plan, policy }: BatchInspection,
): readonly Violation[] {
  const count = BigInt(entries.length);
  const planned = 1n + CALLS_PER_ACTION * BigInt(plan.actions.length);
  const code = count < planned ? "call-missing" : "call-unplanned";
  const found = violationAt(null, { code, field: "number of calls", expected: planned, actual: count });
  if (count <= policy.batch.maxCalls) return found;
  const expected = `at most ${policy.batch.maxCalls}`;
  return [
    ...found,
    { code: "too-many-calls", call: null, field: "number of calls", expected, actual: `${count}` },
  ];
}

function inspectActions(entries: readonly BatchEntry[], inspection: BatchInspection): readonly Violation[] {
  return inspection.plan.actions.flatMap((action, place) => {
    const index = 1n + CALLS_PER_ACTION * BigInt(place);
    const [approval, swap] = [entries[Number(index)], entries[Number(index) + 1]];
    if (approval === undefined || swap === undefined) return [];
    return decoding(index, () => inspectSwap({ action, approval, swap, index }, inspection));
  });
}

function inspectData(inspection: BatchInspection): readonly Violation[] {
  const entries = decodeMultiSend(inspection.transaction.data);
  const account = inspection.account.address;
  const [first] = entries;
  return [
    ...inspectCount(entries, inspection),
    ...entries.flatMap((entry, index) => inspectEntry(entry, { index: BigInt(index), account })),
    ...(first === undefined ? [] : decoding(0n, () => inspectDeadline(first, inspection))),
    ...inspectActions(entries, inspection),
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
