import { readFileSync } from "node:fs";
import { type Address, encodeFunctionData, maxUint256, parseAbi } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { devnetAccounts } from "../../src/accounts.ts";
import type { DevnetTransaction } from "../../src/chain/transaction.ts";
import { type EmptyChain, startEmptyChain } from "../../src/testing/emptyChain.ts";

interface State {
  readonly totalPooledEther: string;
  readonly totalShares: string;
  readonly totalValueInLp: string;
  readonly totalValueOutOfLp: string;
  readonly weETHgetRate: string;
  readonly amountPerShareCeil: string;
  readonly weETHsupply: string;
  readonly holder: { readonly eETH: string; readonly eETHshares: string; readonly weETH: string };
}

interface Step {
  readonly i: number;
  readonly action: string;
  readonly args: Readonly<Record<string, string>>;
  readonly reverted?: string;
  readonly receiverSharesDelta?: string;
  readonly receiverBalanceDelta?: string;
  readonly after: State;
}

/** Recorded from ether.fi's own contracts; `meta.source` names the commit. */
const golden = JSON.parse(readFileSync(new URL("etherfi.golden.json", import.meta.url), "utf8")) as {
  steps: Step[];
};

const abi = parseAbi([
  "function setEETH(address)",
  "function deposit() payable returns (uint256)",
  "function rebase(int128)",
  "function payProtocolFees(uint128)",
  "function setAprBps(uint256)",
  "function pauseUntil(uint256)",
  "function setPaused(bool)",
  "function approve(address, uint256) returns (bool)",
  "function transfer(address, uint256) returns (bool)",
  "function wrap(uint256) returns (uint256)",
  "function unwrap(uint256) returns (uint256)",
  "function mintShares(address, uint256)",
  "function getTotalPooledEther() view returns (uint256)",
  "function totalShares() view returns (uint256)",
  "function totalValueInLp() view returns (uint128)",
  "function totalValueOutOfLp() view returns (uint128)",
  "function getRate() view returns (uint256)",
  "function amountPerShareCeil() view returns (uint256)",
  "function totalSupply() view returns (uint256)",
  "function balanceOf(address) view returns (uint256)",
  "function shares(address) view returns (uint256)",
]);

const operator = devnetAccounts.operator.address;
const whale = devnetAccounts.owners[0].address;
const holder = devnetAccounts.owners[1].address;
const receiver = devnetAccounts.owners[2].address;
const bpsYear = 10_000n * 365n * 86_400n;

let empty: EmptyChain;
let pool: Address;
let eETH: Address;
let weETH: Address;

type View =
  | "getTotalPooledEther"
  | "totalShares"
  | "totalValueInLp"
  | "totalValueOutOfLp"
  | "getRate"
  | "amountPerShareCeil"
  | "totalSupply";
const view = (address: Address, functionName: View) =>
  empty.chain.reader.readContract({ address, abi, functionName });
const of = (address: Address, functionName: "balanceOf" | "shares", account: Address) =>
  empty.chain.reader.readContract({ address, abi, functionName, args: [account] });

function call(
  to: Address,
  {
    from,
    fn,
    args = [],
    value = 0n,
  }: { from: Address; fn: string; args?: readonly unknown[]; value?: bigint },
): DevnetTransaction {
  return { what: fn, from, to, data: encodeFunctionData({ abi, functionName: fn, args } as never), value };
}

beforeAll(async () => {
  empty = await startEmptyChain();
  pool = await empty.deploy("LiquidityPool");
  eETH = await empty.deploy("EETH", [pool]);
  weETH = await empty.deploy("WeETH", [eETH, pool]);
  await empty.run([call(pool, { from: operator, fn: "setEETH", args: [eETH] })]);
});
afterAll(() => empty.stop());

/** The recorded limit of one report's rewards belongs to an oracle that the devnet does not have. */
const replayed = golden.steps.filter(
  (step) => !(step.action.startsWith("rebase") && step.reverted !== undefined),
);

describe("to the wei as recorded from ether.fi", () => {
  test.each(replayed)("step $i: $action $args", async (step) => {
    const before = {
      shares: await of(eETH, "shares", receiver),
      balance: await of(eETH, "balanceOf", receiver),
    };
    const transactions = transactionsOf(step);
    if (step.reverted === undefined) await empty.run(transactions);
    else await expect(empty.run(transactions)).rejects.toThrow("it reverted");
    expect(await state(step.i === 0 ? whale : holder)).toEqual(step.after);
    if (step.receiverSharesDelta === undefined) return;
    expect((await of(eETH, "shares", receiver)) - before.shares).toBe(BigInt(step.receiverSharesDelta));
    expect((await of(eETH, "balanceOf", receiver)) - before.balance).toBe(
      BigInt(step.receiverBalanceDelta ?? ""),
    );
  });
});

function transactionsOf({ i, action, args }: Step): DevnetTransaction[] {
  const from = i === 0 ? whale : holder;
  const amount = (name: string) => BigInt(args[name] ?? "");
  const recipes: Record<string, () => DevnetTransaction[]> = {
    "LiquidityPool.deposit": () => [call(pool, { from, fn: "deposit", value: amount("value") })],
    "rebase (by EtherFiAdmin)": () => [
      call(pool, { from: operator, fn: "rebase", args: [amount("accruedRewards")] }),
      call(pool, { from: operator, fn: "payProtocolFees", args: [amount("protocolFees")] }),
    ],
    "eETH.approve(weETH)": () => [call(eETH, { from, fn: "approve", args: [weETH, maxUint256] })],
    "weETH.wrap": () => [call(weETH, { from, fn: "wrap", args: [amount("eETHAmount")] })],
    "weETH.unwrap": () => [call(weETH, { from, fn: "unwrap", args: [amount("weETHAmount")] })],
    "eETH.transfer to ca": () => [call(eETH, { from, fn: "transfer", args: [receiver, amount("amount")] })],
  };
  const recipe = recipes[action];
  if (recipe === undefined) throw new TypeError(`no recipe for ${action}`);
  return recipe();
}

async function state(account: Address): Promise<State> {
  const text = async (value: Promise<bigint>) => String(await value);
  return {
    totalPooledEther: await text(view(pool, "getTotalPooledEther")),
    totalShares: await text(view(eETH, "totalShares")),
    totalValueInLp: await text(view(pool, "totalValueInLp")),
    totalValueOutOfLp: await text(view(pool, "totalValueOutOfLp")),
    weETHgetRate: await text(view(weETH, "getRate")),
    amountPerShareCeil: await text(view(pool, "amountPerShareCeil")),
    weETHsupply: await text(view(weETH, "totalSupply")),
    holder: {
      eETH: await text(of(eETH, "balanceOf", account)),
      eETHshares: await text(of(eETH, "shares", account)),
      weETH: await text(of(weETH, "balanceOf", account)),
    },
  };
}

test("rewards accrue outside the pool, as a simple function of time", async () => {
  await empty.run([call(pool, { from: operator, fn: "setAprBps", args: [310n] })]);
  const principal = await view(pool, "getTotalPooledEther");
  const inLp = await view(pool, "totalValueInLp");
  await empty.run([], 1_234_567);
  const pooled = principal + (principal * 310n * 1_234_567n) / bpsYear;
  expect(await view(pool, "getTotalPooledEther")).toBe(pooled);
  expect(await view(pool, "totalValueInLp")).toBe(inLp);
  expect(await view(pool, "totalValueOutOfLp")).toBe(pooled - inLp);
  expect(await view(weETH, "getRate")).toBe((10n ** 18n * pooled) / (await view(eETH, "totalShares")));
});

test.each([
  {
    what: "a pause of eETH stops transfers and wraps",
    contract: () => eETH,
    blocked: () => call(eETH, { from: holder, fn: "transfer", args: [receiver, 10n] }),
  },
  {
    what: "a pause of weETH stops unwraps",
    contract: () => weETH,
    blocked: () => call(weETH, { from: holder, fn: "unwrap", args: [10n] }),
  },
  {
    what: "a pause of the pool stops deposits",
    contract: () => pool,
    blocked: () => call(pool, { from: holder, fn: "deposit", value: 10n ** 18n }),
  },
])("$what until it ends", async ({ contract, blocked }) => {
  const { timestamp } = await empty.chain.reader.getBlock();
  await empty.run([call(contract(), { from: operator, fn: "pauseUntil", args: [timestamp + 100n] })]);
  await expect(empty.run([blocked()], 99)).rejects.toThrow("it reverted");
  await empty.run([blocked()]);
});

test("only the pool mints eETH", async () => {
  await expect(
    empty.run([call(eETH, { from: operator, fn: "mintShares", args: [operator, 1n] })]),
  ).rejects.toThrow("it reverted");
});
