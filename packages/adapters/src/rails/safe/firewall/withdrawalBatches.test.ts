import type { Hex, Plan } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deadlineCall } from "../deadlineCall.ts";
import { encodeBatch } from "../testing/encodeBatch.ts";
import { DEADLINE, ETHER } from "../testing/sampleBatch.ts";
import { ROUTER } from "../testing/sampleDeployment.ts";
import {
  claimOf,
  DEPOSIT_SHARES,
  etherFiRequest,
  lidoRequest,
  QUEUE,
  TICKETS,
  UNDELEGATION,
  WITHDRAWABLE_SHARES,
  WITHDRAWAL_PLAN,
  withdrawalInspection,
} from "../testing/sampleWithdrawals.ts";
import { withdrawalCalls } from "../testing/withdrawalCalls.ts";
import { STETH_STRATEGY } from "../testing/withdrawalDeployment.ts";
import { inspectBatch } from "./inspectBatch.ts";

const amounts = fc.array(fc.bigInt(1n, 300n * ETHER), { minLength: 1, maxLength: 4 });
const queue = fc.bigInt(1n, DEPOSIT_SHARES).map((depositShares): Plan["requests"][number] => ({
  ...QUEUE,
  spend: { ...QUEUE.spend, amount: ((depositShares * WITHDRAWABLE_SHARES) / DEPOSIT_SHARES) as never },
  order: { kind: "eigenlayer-queue", strategy: STETH_STRATEGY, depositShares },
}));

/** Plans that claim any of the tickets and ask any of the venues, for any amounts that are held. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    claims: fc.subarray([...TICKETS]),
    eigenLayer: fc.option(fc.oneof(queue, fc.constant(UNDELEGATION))),
    etherFi: fc.option(amounts.map((list) => etherFiRequest(...list))),
    lido: fc.option(amounts.map((list) => lidoRequest(...list))),
  })
  .map(({ claims, eigenLayer, etherFi, lido }) => ({
    ...WITHDRAWAL_PLAN,
    claims: claims.map(claimOf),
    requests: [eigenLayer, etherFi, lido].filter((each) => each !== null),
  }))
  .filter(({ claims, requests }) => claims.length + requests.length > 0)
  .filter(({ requests }) => requests.every(({ spend }) => spend.amount > 0n));

const batchOf = (plan: Plan) => encodeBatch([deadlineCall(ROUTER, DEADLINE), ...withdrawalCalls(plan)]);
const found = (plan: Plan, transaction = batchOf(plan)) =>
  inspectBatch({ ...withdrawalInspection(plan), transaction });

function flipped(data: Hex, { at, by }: { at: number; by: number }): Hex {
  const bytes = Buffer.from(data.slice(2), "hex");
  const place = at % bytes.length;
  bytes[place] = (bytes[place] ?? 0) ^ by;
  return `0x${bytes.toString("hex")}`;
}

describe("batches of random claims and requests", () => {
  it("pass as an independent encoder writes them", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(found(plan)).toEqual([]);
      }),
    );
  });

  it("are refused after a change of any byte of their data", () => {
    const edits = fc.array(fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) }), {
      minLength: 40,
      maxLength: 40,
    });
    fc.assert(
      fc.property(plans, edits, (plan, list) => {
        const transaction = batchOf(plan);
        for (const edit of list) {
          const data = flipped(transaction.data, edit);
          expect(found(plan, { ...transaction, data })).not.toEqual([]);
        }
      }),
    );
  });

  it("are refused when made for another plan", () => {
    fc.assert(
      fc.property(plans, plans, (plan, other) => {
        const transaction = batchOf(other);
        fc.pre(transaction.data !== batchOf(plan).data);
        expect(found(plan, transaction)).not.toEqual([]);
      }),
    );
  });
});
