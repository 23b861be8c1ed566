import { type Address, encodeFunctionData, maxUint256, parseAbi, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { devnetAccounts } from "../../src/accounts.ts";
import type { DevnetTransaction } from "../../src/chain/transaction.ts";
import { type EmptyChain, startEmptyChain } from "../../src/testing/emptyChain.ts";

const abi = parseAbi([
  "function submit(address) payable returns (uint256)",
  "function rebaseTo(uint256)",
  "function setAprBps(uint256)",
  "function stop()",
  "function resume()",
  "function pauseStaking()",
  "function resumeStaking()",
  "function transferFrom(address, address, uint256) returns (bool)",
  "function transferSharesFrom(address, address, uint256) returns (uint256)",
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
const proxyAdmin = devnetAccounts.reporter.address;
const ether = 10n ** 18n;
const bpsYear = 10_000n * 365n * 86_400n;

let empty: EmptyChain;
let stETH: Address;
let wstETH: Address;

type Write =
  | "rebaseTo"
  | "setAprBps"
  | "stop"
  | "resume"
  | "pauseStaking"
  | "resumeStaking"
  | "transferFrom"
  | "transferSharesFrom"
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
  // Behind a proxy, as on mainnet: nothing that is set at construction would be seen through it.
  stETH = await empty.deploy("UpgradeableProxy", [await empty.deploy("StETH"), proxyAdmin, "0x"]);
  wstETH = await empty.deploy("WstETH", [stETH]);
  const submit = (from: Address, value: bigint) =>
    call(stETH, { from, fn: "submit", args: [zeroAddress], value });
  await empty.run([submit(sender, 3_000n * ether), submit(other, 3_001n * ether)]);
  await empty.run([call(stETH, { from: sender, fn: "approve", args: [wstETH, maxUint256] })]);
});
afterAll(() => empty.stop());

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

describe("a report of a loss", () => {
  test("takes from every balance its share of the loss, and a later gain begins there", async () => {
    const [pooled, shares] = [await view(stETH, "getTotalPooledEther"), await view(stETH, "getTotalShares")];
    const held = await viewOf(stETH, "sharesOf", other);
    const lost = (pooled * 3_731n) / 100_000n;
    await empty.run([call(stETH, { from: operator, fn: "rebaseTo", args: [pooled - lost] })]);
    expect(await viewOf(stETH, "balanceOf", other)).toBe((held * (pooled - lost)) / shares);
    expect(await viewOf(stETH, "sharesOf", other)).toBe(held);
    await empty.run([call(stETH, { from: operator, fn: "rebaseTo", args: [pooled] })]);
    expect(await viewOf(stETH, "balanceOf", other)).toBe((held * pooled) / shares);
  });
});

describe("the names behind the proxy", () => {
  test("are those of the token", async () => {
    const nameAbi = parseAbi([
      "function name() view returns (string)",
      "function symbol() view returns (string)",
    ]);
    const read = (functionName: "name" | "symbol") =>
      empty.chain.reader.readContract({ address: stETH, abi: nameAbi, functionName });
    expect([await read("name"), await read("symbol")]).toEqual(["Liquid staked Ether 2.0", "stETH"]);
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
      reason: /NotOperator|custom error/,
    },
    {
      what: "an empty deposit",
      tx: () => call(stETH, { from: sender, fn: "submit", args: [zeroAddress] }),
      reason: /ZERO_DEPOSIT/,
    },
    {
      what: "more shares than there are",
      tx: () => call(stETH, { from: receiver, fn: "transferShares", args: [sender, 10n ** 30n] }),
      reason: /BALANCE_EXCEEDED/,
    },
    {
      what: "more shares than the token can count",
      tx: () => call(stETH, { from: receiver, fn: "transferShares", args: [sender, 2n ** 128n - 1n] }),
      reason: /SHARES_TOO_LARGE/,
    },
    {
      what: "more ether than the token can count",
      tx: () => call(stETH, { from: sender, fn: "transfer", args: [receiver, 2n ** 128n - 1n] }),
      reason: /ETH_TOO_LARGE/,
    },
    {
      what: "a transfer to nobody",
      tx: () => call(stETH, { from: sender, fn: "transfer", args: [zeroAddress, 5n] }),
      reason: /TRANSFER_TO_ZERO_ADDR/,
    },
    {
      what: "a transfer to stETH itself",
      tx: () => call(stETH, { from: sender, fn: "transfer", args: [stETH, 5n] }),
      reason: /TRANSFER_TO_STETH_CONTRACT/,
    },
    {
      what: "a transfer without an allowance, before its balance is looked at",
      tx: () => call(stETH, { from: receiver, fn: "transferFrom", args: [sender, receiver, 10n ** 30n] }),
      reason: /ALLOWANCE_EXCEEDED/,
    },
    {
      what: "a transfer of shares without an allowance",
      tx: () => call(stETH, { from: receiver, fn: "transferSharesFrom", args: [sender, receiver, 5n] }),
      reason: /ALLOWANCE_EXCEEDED/,
    },
    {
      what: "an allowance for nobody",
      tx: () => call(stETH, { from: sender, fn: "approve", args: [zeroAddress, 5n] }),
      reason: /APPROVE_TO_ZERO_ADDR/,
    },
    {
      what: "an unwrap of more wstETH than is held",
      tx: () => call(wstETH, { from: receiver, fn: "unwrap", args: [5n] }),
      reason: /ERC20: burn amount exceeds balance/,
    },
    {
      what: "a transfer of more wstETH than is held, before its allowance is looked at",
      tx: () => call(wstETH, { from: receiver, fn: "transferFrom", args: [other, receiver, 5n] }),
      reason: /ERC20: transfer amount exceeds balance/,
    },
    {
      what: "a resumption while all runs",
      tx: () => call(stETH, { from: operator, fn: "resume", args: [] }),
      reason: /CONTRACT_IS_ACTIVE/,
    },
    {
      what: "a resumption of staking while it runs",
      tx: () => call(stETH, { from: operator, fn: "resumeStaking", args: [] }),
      reason: /ALREADY_RESUMED/,
    },
  ])("$what is refused", async ({ tx, reason }) => {
    const { from, to, data } = tx();
    await expect(empty.chain.rpc("eth_call", { from, to, data }, "latest")).rejects.toThrow(reason);
  });

  test("wstETH spends even an unlimited allowance, stETH does not", async () => {
    const allowance = async (token: Address) => {
      const allowanceAbi = parseAbi(["function allowance(address, address) view returns (uint256)"]);
      const args = [sender, receiver] as const;
      return empty.chain.reader.readContract({
        address: token,
        abi: allowanceAbi,
        functionName: "allowance",
        args,
      });
    };
    await empty.run([
      call(wstETH, { from: sender, fn: "wrap", args: [ether] }),
      call(stETH, { from: sender, fn: "approve", args: [receiver, maxUint256] }),
      call(wstETH, { from: sender, fn: "approve", args: [receiver, maxUint256] }),
      call(stETH, { from: receiver, fn: "transferFrom", args: [sender, receiver, 7n] }),
      call(wstETH, { from: receiver, fn: "transferFrom", args: [sender, receiver, 7n] }),
    ]);
    expect([await allowance(stETH), await allowance(wstETH)]).toEqual([maxUint256, maxUint256 - 7n]);
  });

  test("a limited allowance of stETH goes down by the amount, also for shares", async () => {
    const shares = 1_000n;
    const worth = await viewOf(stETH, "getPooledEthByShares", shares);
    const send = call(stETH, { from: receiver, fn: "transferSharesFrom", args: [sender, receiver, shares] });
    await empty.run([call(stETH, { from: sender, fn: "approve", args: [receiver, worth] }), send]);
    const { from, to, data } = send;
    await expect(empty.chain.rpc("eth_call", { from, to, data }, "latest")).rejects.toThrow(
      "ALLOWANCE_EXCEEDED",
    );
  });

  test("a stopped stETH neither moves nor unwraps nor takes deposits, and does again afterwards", async () => {
    const transfer = call(stETH, { from: sender, fn: "transfer", args: [receiver, 5n] });
    const unwrap = call(wstETH, { from: sender, fn: "unwrap", args: [5n] });
    const submit = call(stETH, { from: sender, fn: "submit", args: [zeroAddress], value: ether });
    await empty.run([call(stETH, { from: operator, fn: "stop", args: [] })]);
    for (const { from, to, data } of [transfer, unwrap])
      await expect(empty.chain.rpc("eth_call", { from, to, data }, "latest")).rejects.toThrow(
        "CONTRACT_IS_STOPPED",
      );
    const deposit = { from: submit.from, to: submit.to, data: submit.data, value: "0x1" };
    await expect(empty.chain.rpc("eth_call", deposit, "latest")).rejects.toThrow("STAKING_PAUSED");
    await empty.run([call(stETH, { from: operator, fn: "resume", args: [] })]);
    await empty.run([transfer, unwrap, submit]);
  });
});
