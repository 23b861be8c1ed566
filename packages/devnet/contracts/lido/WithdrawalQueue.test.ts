import { maxUint256, parseAbi, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestQueue, type QueueCall, queueAccounts, type TestQueue } from "./openTestQueue.ts";

const { heir, operator, owner, stranger } = queueAccounts;
const ether = 10n ** 18n;
const E27 = 10n ** 27n;

let bench: TestQueue;
beforeAll(async () => {
  bench = await openTestQueue();
});
afterAll(() => bench.empty.stop());

describe("a new queue", () => {
  test("is paused and takes neither requests nor finalisations until it is resumed", async () => {
    expect(await bench.read("isPaused")).toBe(true);
    expect(await bench.read("getResumeSinceTimestamp")).toBe(maxUint256);
    expect(await bench.refusalOf({ fn: "requestWithdrawals", args: [[ether], owner] })).toBe(
      "ResumedExpected()",
    );
    expect(await bench.refusalOf({ fn: "finalize", args: [1n, E27], from: operator })).toBe(
      "ResumedExpected()",
    );
    await bench.run({ fn: "resume", from: operator });
    expect(await bench.read("isPaused")).toBe(false);
  });

  test("is initialised once, through its proxy only", async () => {
    const again = { fn: "initialize", args: [stranger], from: stranger };
    expect(await bench.refusalOf(again)).toBe("NonZeroContractVersionOnInit()");
    expect(await bench.refusalOf({ ...again, args: [zeroAddress] })).toBe("AdminZeroAddress()");
    expect(await bench.refusalOf({ ...again, to: bench.implementation })).toBe(
      "NonZeroContractVersionOnInit()",
    );
  });

  test("is in no bunker, until a report says so", async () => {
    expect(await bench.read("isBunkerModeActive")).toBe(false);
    await bench.run({ fn: "onOracleReport", args: [true, 5n, 6n], from: operator });
    expect([await bench.read("isBunkerModeActive"), await bench.read("bunkerModeSinceTimestamp")]).toEqual([
      true,
      5n,
    ]);
    await bench.run({ fn: "onOracleReport", args: [false, 5n, 6n], from: operator });
    expect(await bench.read("isBunkerModeActive")).toBe(false);
  });

  test("has the names and the interfaces of the token", async () => {
    expect([await bench.read("name"), await bench.read("symbol")]).toEqual([
      "Lido: stETH Withdrawal NFT",
      "unstETH",
    ]);
    const ids = ["0x01ffc9a7", "0x80ac58cd", "0x5b5e139f", "0x49064906", "0xffffffff"];
    expect(await Promise.all(ids.map((id) => bench.read("supportsInterface", [id])))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("requests", () => {
  test("belong to the named owner, or to the caller for nobody", async () => {
    await bench.run(
      { fn: "requestWithdrawals", args: [[ether, 2n * ether], zeroAddress] },
      { fn: "requestWithdrawals", args: [[100n], heir] },
    );
    expect(await bench.read("getWithdrawalRequests", [owner])).toEqual([1n, 2n]);
    expect(await bench.read("getWithdrawalRequests", [heir])).toEqual([3n]);
    expect([await bench.read("balanceOf", [owner]), await bench.read("ownerOf", [3n])]).toEqual([2n, heir]);
    expect([await bench.read("unfinalizedRequestNumber"), await bench.read("unfinalizedStETH")]).toEqual([
      3n,
      3n * ether + 100n,
    ]);
  });

  test("of wstETH ask for what unwrapping says", async () => {
    await bench.run(
      { to: bench.wstETH, fn: "wrap", args: [10n * ether] },
      { fn: "requestWithdrawalsWstETH", args: [[ether + 3n], owner] },
    );
    const stEth = await bench.empty.chain.reader.readContract({
      address: bench.wstETH,
      abi: parseAbi(["function getStETHByWstETH(uint256) view returns (uint256)"]),
      functionName: "getStETHByWstETH",
      args: [ether + 3n],
    });
    expect(await bench.read("getWithdrawalStatus", [[4n]])).toMatchObject([{ amountOfStETH: stEth, owner }]);
  });

  test.each<{ what: string; call: () => QueueCall; refusal: string }>([
    {
      what: "99 wei",
      call: () => ({ fn: "requestWithdrawals", args: [[99n], owner] }),
      refusal: "RequestAmountTooSmall(99)",
    },
    {
      what: "a wei above 1,000 stETH",
      call: () => ({ fn: "requestWithdrawals", args: [[1_000n * ether + 1n], owner] }),
      refusal: "RequestAmountTooLarge(1000000000000000000001)",
    },
    {
      what: "wstETH that unwraps to less than 100 wei",
      call: () => ({ fn: "requestWithdrawalsWstETH", args: [[50n], owner] }),
      refusal: "RequestAmountTooSmall(61)",
    },
    {
      what: "more stETH than is held",
      call: () => ({ fn: "requestWithdrawals", args: [[ether], stranger], from: stranger }),
      refusal: "Error(ALLOWANCE_EXCEEDED)",
    },
    {
      what: "a status of a request that does not exist",
      call: () => ({ fn: "getWithdrawalStatus", args: [[9n]] }),
      refusal: "InvalidRequestId(9)",
    },
  ])("$what is refused", async ({ call, refusal }) => {
    expect(await bench.refusalOf(call())).toBe(refusal);
  });
});

describe("the pause", () => {
  test("ends by itself after its last second", async () => {
    await bench.run({ fn: "pauseFor", args: [60n], from: operator });
    expect(await bench.refusalOf({ fn: "pauseFor", args: [5n], from: operator })).toBe("ResumedExpected()");
    await bench.empty.run([], 61);
    expect(await bench.read("isPaused")).toBe(false);
    const now = (await bench.empty.chain.reader.getBlock()).timestamp;
    await bench.run({ fn: "pauseUntil", args: [now + 10n], from: operator });
    await bench.empty.run([], 9);
    expect(await bench.read("isPaused")).toBe(true);
    await bench.empty.run([]);
    expect(await bench.read("isPaused")).toBe(false);
  });

  test.each<{ what: string; call: QueueCall; refusal: string }>([
    {
      what: "by a stranger",
      call: { fn: "pauseFor", args: [5n], from: stranger },
      refusal: `NotOperator(${stranger})`,
    },
    {
      what: "of no time",
      call: { fn: "pauseFor", args: [0n], from: operator },
      refusal: "ZeroPauseDuration()",
    },
    {
      what: "that is over",
      call: { fn: "pauseUntil", args: [1n], from: operator },
      refusal: "PauseUntilMustBeInFuture()",
    },
    {
      what: "ended while there is none",
      call: { fn: "resume", from: operator },
      refusal: "PausedExpected()",
    },
  ])("$what is refused", async ({ call, refusal }) => {
    expect(await bench.refusalOf(call)).toBe(refusal);
  });
});
