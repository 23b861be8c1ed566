import type { Address, SafeTransaction } from "@ballast/core";
import { numberToHex } from "viem";
import { describe, expect, it } from "vitest";
import { buildRejection } from "../buildRejection.ts";
import { BatchRefusedError, NonceConsumedError } from "../errors.ts";
import { safeTransactionHashes } from "../safeTransactionHashes.ts";
import { ACCOUNT, SAFE_STATE } from "../testing/sampleBatch.ts";
import { approvedHashSlot } from "./approvedHashSlot.ts";
import { type SimulationSubject, simulationPlan } from "./simulationPlan.ts";

const at = (nonce: bigint): SafeTransaction => buildRejection(ACCOUNT, nonce);
const plan = (change: Partial<SimulationSubject> = {}) =>
  simulationPlan({ account: ACCOUNT, safe: SAFE_STATE, transaction: at(SAFE_STATE.nonce), ...change });

const NONCE_SLOT = numberToHex(5n, { size: 32 });
const [FIRST, SECOND, THIRD] = SAFE_STATE.owners as [Address, Address, Address];
const approvalSlots = (transaction: SafeTransaction, owners: readonly Address[]) =>
  owners.map((owner) => approvedHashSlot(owner, safeTransactionHashes(transaction, ACCOUNT).safeTxHash));

describe("simulationPlan", () => {
  it("overrides the approval of as many owners as the threshold asks for, and nothing else", () => {
    const { approvedBy, stateDiff, conditional } = plan();
    expect(approvedBy).toEqual([FIRST, SECOND]);
    expect(Object.keys(stateDiff)).toEqual(approvalSlots(at(SAFE_STATE.nonce), [FIRST, SECOND]));
    expect(conditional).toBe(false);
  });

  it("takes the owners it is told", () => {
    expect(plan({ approvedBy: [THIRD, FIRST] }).approvedBy).toEqual([FIRST, THIRD]);
  });

  it.each<[string, readonly Address[]]>([
    ["fewer owners than the threshold", [FIRST]],
    ["one owner twice", [FIRST, FIRST]],
    ["nobody", []],
    ["a stranger", [FIRST, SECOND, "0x00000000000000000000000000000000000000ff"]],
  ])("refuses %s", (_, approvedBy) => {
    expect(() => plan({ approvedBy })).toThrow(BatchRefusedError);
  });

  it("refuses a nonce that is used up", () => {
    expect(() => plan({ transaction: at(SAFE_STATE.nonce - 1n) })).toThrow(NonceConsumedError);
  });

  it("sets the nonce for queued work whose predecessors it does not know, and says so", () => {
    const { stateDiff, conditional, predecessors } = plan({ transaction: at(SAFE_STATE.nonce + 3n) });
    expect(stateDiff[NONCE_SLOT]).toBe(numberToHex(SAFE_STATE.nonce + 3n, { size: 32 }));
    expect(conditional).toBe(true);
    expect(predecessors).toEqual([]);
  });

  it("runs the predecessors first when it knows all of them, by nonce, and sets no nonce", () => {
    const queued = [at(SAFE_STATE.nonce + 1n), at(SAFE_STATE.nonce)];
    const made = plan({ transaction: at(SAFE_STATE.nonce + 2n), predecessors: queued });
    expect(made.predecessors.map(({ transaction }) => transaction.nonce)).toEqual([7n, 8n]);
    expect(made.stateDiff[NONCE_SLOT]).toBeUndefined();
    expect(made.conditional).toBe(true);
    for (const slot of queued.flatMap((one) => approvalSlots(one, [FIRST, SECOND]))) {
      expect(made.stateDiff[slot]).toBe(numberToHex(1n, { size: 32 }));
    }
  });

  it.each<[string, readonly bigint[]]>([
    ["one is missing", [7n]],
    ["two share a nonce", [7n, 7n]],
    ["one is not before it", [7n, 9n]],
    ["one is too many", [6n, 7n, 8n]],
  ])("runs no predecessors when %s", (_, nonces) => {
    const made = plan({ transaction: at(SAFE_STATE.nonce + 2n), predecessors: nonces.map(at) });
    expect(made.predecessors).toEqual([]);
    expect(made.stateDiff[NONCE_SLOT]).toBeDefined();
  });
});
