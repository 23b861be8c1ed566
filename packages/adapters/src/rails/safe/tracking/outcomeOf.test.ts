import type { BlockNumber, UnixSeconds } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ACCOUNT, SAFE_STATE } from "../testing/sampleBatch.ts";
import { outcomeOf } from "./outcomeOf.ts";
import type { EventPlace } from "./safeEvent.ts";
import type { AccountFacts, TrackedExecution } from "./trackAccount.ts";

const hashOf = (fill: string) => `0x${fill.repeat(32)}` as const;
const [OURS, OTHER] = [hashOf("01"), hashOf("02")];
const placeAt = (block: bigint): EventPlace => ({
  blockNumber: block as BlockNumber,
  blockHash: hashOf("bb"),
  transactionHash: hashOf("aa"),
  logIndex: 0n,
});
const execution = (
  nonce: bigint,
  fact: { safeTxHash: typeof OURS; success?: boolean },
): TrackedExecution => ({
  kind: "execution",
  nonce,
  safeTxHash: fact.safeTxHash,
  success: fact.success ?? true,
  payment: 0n,
  at: placeAt(nonce),
});
const approval = (owner: `0x${string}`) =>
  ({ kind: "approval", safeTxHash: OURS, owner, at: placeAt(1n) }) as const;

const facts = (nonce: bigint, change: Partial<AccountFacts> = {}): AccountFacts => ({
  account: ACCOUNT,
  fromBlock: 1n as BlockNumber,
  toBlock: { chainId: 31337n, number: 9n as BlockNumber, hash: hashOf("bb"), timestamp: 1n as UnixSeconds },
  safe: { ...SAFE_STATE, nonce },
  executions: [],
  approvals: [],
  configuration: [],
  moduleExecutions: [],
  ...change,
});
const outcome = (seen: AccountFacts) => outcomeOf(seen, { safeTxHash: OURS, nonce: 7n });

describe("outcomeOf", () => {
  it.each<[string, AccountFacts, ReturnType<typeof outcomeOf>]>([
    ["is open while its nonce is free", facts(7n), { state: "open", approvedBy: [] }],
    ["is open while others come before it", facts(5n), { state: "open", approvedBy: [] }],
    [
      "names who approved it on chain, each once",
      facts(7n, { approvals: [approval("0xbb"), approval("0xaa"), approval("0xbb")] }),
      { state: "open", approvedBy: ["0xaa", "0xbb"] },
    ],
    [
      "is executed by its own event",
      facts(8n, { executions: [execution(7n, { safeTxHash: OURS })] }),
      { state: "executed", at: placeAt(7n) },
    ],
    [
      "is reverted when the event says that it failed: the nonce is used up",
      facts(8n, { executions: [execution(7n, { safeTxHash: OURS, success: false })] }),
      { state: "reverted", at: placeAt(7n) },
    ],
    [
      "is replaced when another one used its nonce, even if that one failed",
      facts(9n, {
        executions: [
          execution(7n, { safeTxHash: OTHER, success: false }),
          execution(8n, { safeTxHash: hashOf("03") }),
        ],
      }),
      { state: "replaced", by: OTHER, at: placeAt(7n) },
    ],
    [
      "is not judged when its nonce was used up before the range",
      facts(9n, { executions: [execution(8n, { safeTxHash: OTHER })] }),
      { state: "before-range" },
    ],
  ])("a transaction %s", (_, seen, expected) => expect(outcome(seen)).toEqual(expected));
});
