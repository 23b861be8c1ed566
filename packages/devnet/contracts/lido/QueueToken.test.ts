import { zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestQueue, type QueueCall, queueAccounts, type TestQueue } from "./openTestQueue.ts";

const { heir, operator, owner, stranger } = queueAccounts;
const ether = 10n ** 18n;

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

describe("the token of a request", () => {
  test("moves by its owner, or by whom the owner allowed, once", async () => {
    await bench.run({ fn: "transferFrom", args: [owner, heir, 2n] });
    await bench.run({ fn: "approve", args: [stranger, 2n], from: heir });
    await bench.run({ fn: "safeTransferFrom", args: [heir, owner, 2n], from: stranger });
    expect([await bench.read("ownerOf", [2n]), await bench.read("getApproved", [2n])]).toEqual([
      owner,
      zeroAddress,
    ]);
    await bench.run({ fn: "setApprovalForAll", args: [stranger, true] });
    await bench.run({ fn: "transferFrom", args: [owner, heir, 1n], from: stranger });
    await bench.run({ fn: "setApprovalForAll", args: [stranger, false] });
    expect(await bench.read("getWithdrawalRequests", [heir])).toEqual([3n, 1n]);
    expect(await bench.read("getWithdrawalRequests", [owner])).toEqual([2n, 4n]);
    await bench.run({ fn: "transferFrom", args: [heir, owner, 1n], from: heir });
  });

  test("may be made for a contract that takes no tokens, such as a Safe without a fallback handler", async () => {
    await bench.run({ fn: "requestWithdrawals", args: [[ether], bench.wstETH] });
    expect(await bench.read("ownerOf", [5n])).toBe(bench.wstETH);
  });

  test.each<{ what: string; call: () => QueueCall; refusal: string }>([
    {
      what: "a stranger's transfer",
      call: () => ({ fn: "transferFrom", args: [owner, stranger, 1n], from: stranger }),
      refusal: `NotOwnerOrApproved(${stranger})`,
    },
    {
      what: "a transfer from another than the owner",
      call: () => ({ fn: "transferFrom", args: [heir, stranger, 1n], from: heir }),
      refusal: `TransferFromIncorrectOwner(${heir},${owner})`,
    },
    {
      what: "a transfer to nobody",
      call: () => ({ fn: "transferFrom", args: [owner, zeroAddress, 1n] }),
      refusal: "TransferToZeroAddress()",
    },
    {
      what: "a transfer to the owner",
      call: () => ({ fn: "transferFrom", args: [owner, owner, 1n] }),
      refusal: "TransferToThemselves()",
    },
    {
      what: "a safe transfer to a contract that does not take tokens",
      call: () => ({ fn: "safeTransferFrom", args: [owner, bench.wstETH, 1n] }),
      refusal: "TransferToNonIERC721Receiver(WSTETH)",
    },
    {
      what: "an approval by a stranger",
      call: () => ({ fn: "approve", args: [stranger, 1n], from: stranger }),
      refusal: `NotOwnerOrApprovedForAll(${stranger})`,
    },
    {
      what: "an approval of the owner",
      call: () => ({ fn: "approve", args: [owner, 1n] }),
      refusal: "ApprovalToOwner()",
    },
    {
      what: "an approval of oneself for all",
      call: () => ({ fn: "setApprovalForAll", args: [owner, true] }),
      refusal: "ApproveToCaller()",
    },
    {
      what: "the balance of nobody",
      call: () => ({ fn: "balanceOf", args: [zeroAddress] }),
      refusal: `InvalidOwnerAddress(${zeroAddress})`,
    },
    {
      what: "the owner of a request that does not exist",
      call: () => ({ fn: "ownerOf", args: [99n] }),
      refusal: "InvalidRequestId(99)",
    },
  ])("$what is refused", async ({ call, refusal }) => {
    expect(await bench.refusalOf(call())).toBe(refusal.replace("WSTETH", bench.wstETH));
  });
});
