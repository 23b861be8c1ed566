import { zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestQueue, type QueueCall, queueAccounts, type TestQueue } from "./openTestQueue.ts";

const { heir, operator, owner, stranger } = queueAccounts;
const ether = 10n ** 18n;
const E27 = 10n ** 27n;

let bench: TestQueue;
beforeAll(async () => {
  bench = await openTestQueue();
  await bench.run(
    { fn: "resume", from: operator },
    { fn: "requestWithdrawals", args: [[ether, 2n * ether], owner] },
    { fn: "requestWithdrawals", args: [[100n], heir] },
    { fn: "requestWithdrawals", args: [[3n * ether], owner] },
  );
});
afterAll(() => bench.empty.stop());

/** Puts all waiting requests through, at a rate. */
async function finalizeAll(maxShareRate: bigint): Promise<void> {
  const last = await bench.read<bigint>("getLastRequestId");
  const [value] = await bench.read<readonly [bigint, bigint]>("prefinalize", [[last], maxShareRate]);
  await bench.run({ fn: "finalize", args: [last, maxShareRate], from: operator, value });
}

describe("finalisation and claims", () => {
  test("a claim before its time is refused, and pays nothing in the views", async () => {
    expect(await bench.refusalOf({ fn: "claimWithdrawal", args: [1n] })).toBe(
      "RequestNotFoundOrNotFinalized(1)",
    );
    expect(await bench.refusalOf({ fn: "claimWithdrawal", args: [0n] })).toBe("InvalidRequestId(0)");
    expect(await bench.read("getClaimableEther", [[1n], [0n]])).toEqual([0n]);
    expect(await bench.read("findCheckpointHints", [[1n], 1n, 0n])).toEqual([0n]);
  });

  test.each<{ what: string; call: QueueCall; refusal: string }>([
    {
      what: "by a stranger",
      call: { fn: "finalize", args: [1n, E27], from: stranger },
      refusal: `NotOperator(${stranger})`,
    },
    {
      what: "of more requests than there are",
      call: { fn: "finalize", args: [9n, E27], from: operator },
      refusal: "InvalidRequestId(9)",
    },
    {
      what: "with more ether than was asked for",
      call: { fn: "finalize", args: [1n, E27], from: operator, value: ether + 1n },
      refusal: "TooMuchEtherToFinalize(1000000000000000001,1000000000000000000)",
    },
    { what: "at no rate", call: { fn: "prefinalize", args: [[1n], 0n] }, refusal: "ZeroShareRate()" },
    { what: "of no batch", call: { fn: "prefinalize", args: [[], E27] }, refusal: "EmptyBatches()" },
    {
      what: "of batches out of order",
      call: { fn: "prefinalize", args: [[2n, 1n, 3n], E27] },
      refusal: "BatchesAreNotSorted()",
    },
    {
      what: "of a batch beyond the queue",
      call: { fn: "prefinalize", args: [[1n, 9n], E27] },
      refusal: "InvalidRequestId(9)",
    },
  ])("a finalisation $what is refused", async ({ call, refusal }) => {
    expect(await bench.refusalOf(call)).toBe(refusal);
  });

  test("at the rate of the requests pays what was asked; below it pays shares at that rate", async () => {
    await bench.run({ fn: "finalize", args: [2n, 2n * E27], from: operator, value: 3n * ether });
    await finalizeAll(E27);
    expect(await bench.read("getLastFinalizedRequestId")).toBe(4n);
    const hints = await bench.read<readonly bigint[]>("findCheckpointHints", [[1n, 2n, 3n, 4n], 1n, 2n]);
    expect(hints).toEqual([1n, 1n, 2n, 2n]);
    const statuses = await bench.read<{ amountOfShares: bigint }[]>("getWithdrawalStatus", [[3n, 4n]]);
    expect(await bench.read("getClaimableEther", [[1n, 2n, 3n, 4n], hints])).toEqual([
      ether,
      2n * ether,
      ...statuses.map(({ amountOfShares }) => amountOfShares),
    ]);
  });

  test.each<{ what: string; call: QueueCall; refusal: string }>([
    {
      what: "by another than the owner",
      call: { fn: "claimWithdrawal", args: [1n], from: stranger },
      refusal: `NotOwner(${stranger},${owner})`,
    },
    {
      what: "with the hint of a later checkpoint",
      call: { fn: "claimWithdrawals", args: [[1n], [2n]] },
      refusal: "InvalidHint(2)",
    },
    {
      what: "with the hint of an earlier checkpoint",
      call: { fn: "claimWithdrawals", args: [[4n], [1n]] },
      refusal: "InvalidHint(1)",
    },
    {
      what: "with no hint",
      call: { fn: "claimWithdrawals", args: [[1n], [0n]] },
      refusal: "InvalidHint(0)",
    },
    {
      what: "with fewer hints than requests",
      call: { fn: "claimWithdrawals", args: [[1n, 2n], [1n]] },
      refusal: "ArraysLengthMismatch(2,1)",
    },
    {
      what: "to nobody",
      call: { fn: "claimWithdrawalsTo", args: [[1n], [1n], zeroAddress] },
      refusal: "ZeroRecipient()",
    },
    {
      what: "search among unsorted requests",
      call: { fn: "findCheckpointHints", args: [[2n, 1n], 1n, 2n] },
      refusal: "RequestIdsNotSorted()",
    },
    {
      what: "search beyond the last checkpoint",
      call: { fn: "findCheckpointHints", args: [[1n], 1n, 3n] },
      refusal: "InvalidRequestIdRange(1,3)",
    },
  ])("a claim $what is refused", async ({ call, refusal }) => {
    expect(await bench.refusalOf(call)).toBe(refusal);
  });

  test("claims work while the queue is paused, once each, to whom the owner says", async () => {
    await bench.run({ fn: "pauseFor", args: [60n], from: operator });
    const before = await bench.empty.chain.reader.getBalance({ address: stranger });
    await bench.run({ fn: "claimWithdrawal", args: [1n] });
    await bench.run({ fn: "claimWithdrawalsTo", args: [[2n], [1n], stranger] });
    expect(await bench.empty.chain.reader.getBalance({ address: stranger })).toBe(before + 2n * ether);
    expect(await bench.refusalOf({ fn: "claimWithdrawal", args: [1n] })).toBe("RequestAlreadyClaimed(1)");
    expect(await bench.refusalOf({ fn: "ownerOf", args: [1n] })).toBe("RequestAlreadyClaimed(1)");
    expect(await bench.read("getWithdrawalRequests", [owner])).toEqual([4n]);
    expect(await bench.read("getClaimableEther", [[1n], [1n]])).toEqual([0n]);
    expect(await bench.read("getLockedEtherAmount")).toBe(
      await bench.empty.chain.reader.getBalance({ address: bench.queue }),
    );
  });

  test("a contract that takes no ether cannot be paid", async () => {
    const to = bench.implementation;
    expect(await bench.refusalOf({ fn: "claimWithdrawalsTo", args: [[4n], [2n], to] })).toBe(
      "CantSendValueRecipientMayHaveReverted()",
    );
  });
});
