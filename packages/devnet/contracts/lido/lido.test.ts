import { readFileSync } from "node:fs";
import { type Address, encodeFunctionData, maxUint256, parseAbi, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { devnetAccounts } from "../../src/accounts.ts";
import type { DevnetTransaction } from "../../src/chain/transaction.ts";
import { type EmptyChain, startEmptyChain } from "../../src/testing/emptyChain.ts";

/** Recorded from Lido's own contracts; `meta.source` names the commit. */
const golden = JSON.parse(readFileSync(new URL("lido.golden.json", import.meta.url), "utf8")) as {
  start: { senderShares: string; otherShares: string };
  transfers: Record<
    "amount" | "totalPooledEther" | "sharesMoved" | "senderBalanceDrop" | "receiverBalanceGain",
    string
  >[];
  steps: {
    action: string;
    args?: { stETH?: string; wstETH?: string };
    after?: string;
    totalPooledEther?: string;
    stEthPerToken?: string;
    wstETHGain?: string;
    stETHDrop?: string;
    stETHGain?: string;
  }[];
};

const abi = parseAbi([
  "function submit(address) payable returns (uint256)",
  "function rebaseTo(uint256)",
  "function setAprBps(uint256)",
  "function setStopped(bool)",
  "function setStakingPaused(bool)",
  "function transfer(address, uint256) returns (bool)",
  "function transferShares(address, uint256) returns (uint256)",
  "function approve(address, uint256) returns (bool)",
  "function wrap(uint256) returns (uint256)",
  "function unwrap(uint256) returns (uint256)",
  "function balanceOf(address) view returns (uint256)",
  "function sharesOf(address) view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
  "function getTotalShares() view returns (uint256)",
  "function getPooledEthByShares(uint256) view returns (uint256)",
  "function getSharesByPooledEth(uint256) view returns (uint256)",
  "function stEthPerToken() view returns (uint256)",
  "function tokensPerStEth() view returns (uint256)",
  "function getStETHByWstETH(uint256) view returns (uint256)",
  "function getWstETHByStETH(uint256) view returns (uint256)",
  "function totalSupply() view returns (uint256)",
]);

const operator = devnetAccounts.operator.address;
const sender = devnetAccounts.owners[0].address;
const other = devnetAccounts.owners[1].address;
const receiver = devnetAccounts.owners[2].address;
const ether = 10n ** 18n;
const bpsYear = 10_000n * 365n * 86_400n;

let empty: EmptyChain;
let stETH: Address;
let wstETH: Address;

type Write =
  | "rebaseTo"
  | "setAprBps"
  | "setStopped"
  | "setStakingPaused"
  | "submit"
  | "transfer"
  | "transferShares"
  | "approve"
  | "wrap"
  | "unwrap";
type View = "getTotalPooledEther" | "getTotalShares" | "stEthPerToken" | "tokensPerStEth" | "totalSupply";
type ViewOf =
  | "balanceOf"
  | "sharesOf"
  | "getPooledEthByShares"
  | "getSharesByPooledEth"
  | "getStETHByWstETH"
  | "getWstETHByStETH";

function call(
  to: Address,
  { from, fn, args, value = 0n }: { from: Address; fn: Write; args: readonly unknown[]; value?: bigint },
): DevnetTransaction {
  return { what: fn, from, to, data: encodeFunctionData({ abi, functionName: fn, args } as never), value };
}
const view = (address: Address, functionName: View) =>
  empty.chain.reader.readContract({ address, abi, functionName });
const viewOf = (address: Address, functionName: ViewOf, arg: Address | bigint) =>
  empty.chain.reader.readContract({ address, abi, functionName, args: [arg] } as never) as Promise<bigint>;
const now = async () => (await empty.chain.reader.getBlock()).timestamp;

beforeAll(async () => {
  empty = await startEmptyChain();
  stETH = await empty.deploy("StETH");
  wstETH = await empty.deploy("WstETH", [stETH]);
  const submit = (from: Address, value: string) =>
    call(stETH, { from, fn: "submit", args: [zeroAddress], value: BigInt(value) });
  await empty.run([submit(sender, golden.start.senderShares), submit(other, golden.start.otherShares)]);
  await empty.run([call(stETH, { from: sender, fn: "approve", args: [wstETH, maxUint256] })]);
});
afterAll(() => empty.stop());

describe("to the wei as recorded from Lido", () => {
  test("forty transfers under four rates move the recorded shares and balances", async () => {
    let pooled = "";
    for (const recorded of golden.transfers) {
      if (recorded.totalPooledEther !== pooled)
        await empty.run([
          call(stETH, { from: operator, fn: "rebaseTo", args: [BigInt(recorded.totalPooledEther)] }),
        ]);
      pooled = recorded.totalPooledEther;
      const before = await balances();
      await empty.run([
        call(stETH, { from: sender, fn: "transfer", args: [receiver, BigInt(recorded.amount)] }),
      ]);
      const after = await balances();
      expect({
        sharesMoved: String(after.receiverShares - before.receiverShares),
        senderBalanceDrop: String(before.sender - after.sender),
        receiverBalanceGain: String(after.receiver - before.receiver),
      }).toEqual({
        sharesMoved: recorded.sharesMoved,
        senderBalanceDrop: recorded.senderBalanceDrop,
        receiverBalanceGain: recorded.receiverBalanceGain,
      });
    }
  });

  test.each(golden.steps.map((step, index) => ({ ...step, index })))("step $index: $action", async (step) => {
    if (step.action === "rebase") {
      await empty.run([call(stETH, { from: operator, fn: "rebaseTo", args: [BigInt(step.after ?? "")] })]);
      expect(await view(wstETH, "stEthPerToken")).toBe(BigInt(step.stEthPerToken ?? ""));
      return;
    }
    const before = {
      stETH: await viewOf(stETH, "balanceOf", sender),
      wstETH: await viewOf(wstETH, "balanceOf", sender),
    };
    const [fn, amount] =
      step.action === "wstETH.wrap"
        ? (["wrap", step.args?.stETH] as const)
        : (["unwrap", step.args?.wstETH] as const);
    await empty.run([call(wstETH, { from: sender, fn, args: [BigInt(amount ?? "")] })]);
    const gained = (await viewOf(stETH, "balanceOf", sender)) - before.stETH;
    if (fn === "unwrap") return expect(gained).toBe(BigInt(step.stETHGain ?? ""));
    expect(-gained).toBe(BigInt(step.stETHDrop ?? ""));
    expect((await viewOf(wstETH, "balanceOf", sender)) - before.wstETH).toBe(BigInt(step.wstETHGain ?? ""));
  });
});

async function balances() {
  const [senderBalance, receiverBalance, receiverShares] = await Promise.all([
    viewOf(stETH, "balanceOf", sender),
    viewOf(stETH, "balanceOf", receiver),
    viewOf(stETH, "sharesOf", receiver),
  ]);
  return { sender: senderBalance, receiver: receiverBalance, receiverShares };
}

describe("growth", () => {
  test("pooled ether is a simple function of the time since the last checkpoint", async () => {
    await empty.run([call(stETH, { from: operator, fn: "setAprBps", args: [290n] })]);
    const principal = await view(stETH, "getTotalPooledEther");
    const checkpoint = await now();
    for (const seconds of [1, 59, 86_400, 2_592_000]) {
      await empty.run([], seconds);
      const elapsed = (await now()) - checkpoint;
      const pooled = principal + (principal * 290n * elapsed) / bpsYear;
      expect(await view(stETH, "getTotalPooledEther")).toBe(pooled);
      expect(await view(wstETH, "stEthPerToken")).toBe(
        (ether * pooled) / (await view(stETH, "getTotalShares")),
      );
    }
  });

  test("a new rate begins where the old one ended", async () => {
    const before = await view(stETH, "getTotalPooledEther");
    const since = await now();
    await empty.run([call(stETH, { from: operator, fn: "setAprBps", args: [0n] })], 1_000);
    const after = await view(stETH, "getTotalPooledEther");
    expect(after).toBeGreaterThan(before);
    await empty.run([], 1_000);
    expect(await view(stETH, "getTotalPooledEther")).toBe(after);
    expect(await now()).toBe(since + 2_000n);
  });

  test("a deposit mints shares at the rate of its block and does not change the rate", async () => {
    const rate = await view(wstETH, "stEthPerToken");
    const [pooled, total] = [await view(stETH, "getTotalPooledEther"), await view(stETH, "getTotalShares")];
    const before = await viewOf(stETH, "sharesOf", sender);
    await empty.run([call(stETH, { from: sender, fn: "submit", args: [zeroAddress], value: 7n * ether })]);
    expect((await viewOf(stETH, "sharesOf", sender)) - before).toBe((7n * ether * total) / pooled);
    expect(await view(wstETH, "stEthPerToken")).toBe(rate);
  });
});

describe("views and refusals", () => {
  test("the conversions agree with the shares", async () => {
    const [pooled, total] = [await view(stETH, "getTotalPooledEther"), await view(stETH, "getTotalShares")];
    expect(await viewOf(wstETH, "getStETHByWstETH", 12_345n)).toBe((12_345n * pooled) / total);
    expect(await viewOf(wstETH, "getWstETHByStETH", 12_345n)).toBe((12_345n * total) / pooled);
    expect(await view(wstETH, "tokensPerStEth")).toBe((ether * total) / pooled);
    expect(await view(stETH, "totalSupply")).toBe(pooled);
  });

  test.each<{ what: string; tx: () => DevnetTransaction; reason: RegExp }>([
    {
      what: "a wrap of nothing",
      tx: () => call(wstETH, { from: sender, fn: "wrap", args: [0n] }),
      reason: /can't wrap zero/,
    },
    {
      what: "an unwrap of nothing",
      tx: () => call(wstETH, { from: sender, fn: "unwrap", args: [0n] }),
      reason: /zero amount/,
    },
    {
      what: "a report by a stranger",
      tx: () => call(stETH, { from: sender, fn: "rebaseTo", args: [1n] }),
      reason: /revert|NotOperator/,
    },
    {
      what: "an empty deposit",
      tx: () => call(stETH, { from: sender, fn: "submit", args: [zeroAddress] }),
      reason: /ZERO_DEPOSIT/,
    },
    {
      what: "more shares than there are",
      tx: () => call(stETH, { from: receiver, fn: "transferShares", args: [sender, 10n ** 30n] }),
      reason: /revert/,
    },
  ])("$what is refused", async ({ tx, reason }) => {
    const { from, to, data } = tx();
    await expect(empty.chain.rpc("eth_call", { from, to, data }, "latest")).rejects.toThrow(reason);
  });

  test("a stopped stETH neither moves nor unwraps, and moves again afterwards", async () => {
    const transfer = call(stETH, { from: sender, fn: "transfer", args: [receiver, 5n] });
    const unwrap = call(wstETH, { from: sender, fn: "unwrap", args: [5n] });
    await empty.run([call(stETH, { from: operator, fn: "setStopped", args: [true] })]);
    for (const { from, to, data } of [transfer, unwrap])
      await expect(empty.chain.rpc("eth_call", { from, to, data }, "latest")).rejects.toThrow(
        "CONTRACT_IS_STOPPED",
      );
    await empty.run([call(stETH, { from: operator, fn: "setStopped", args: [false] })]);
    await empty.run([transfer, unwrap]);
  });
});
