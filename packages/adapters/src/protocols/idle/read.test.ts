import { describe, expect, it } from "vitest";
import { addressOf, type Change, DEVNET, devnetView, ETH } from "../../testing/devnetView.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { words } from "../../testing/word.ts";
import { read } from "./read.ts";

const readWith = (...changes: Change[]) =>
  read({ reader: readerOf(devnetView(...changes)), deployment: DEVNET, accounts: [ACCOUNT] });

describe("idle assets", () => {
  it("are ETH and WETH, each worth one", async () => {
    const { accounts, rates, flags, missing } = await readWith();
    expect(accounts[0]?.positions).toMatchObject([
      { position: "idle:ETH", asset: "ETH", amount: 7n, value: 7n },
      { position: "idle:WETH", asset: "WETH", amount: 180n * ETH, value: 180n * ETH },
    ]);
    expect(rates.map(({ asset, rate }) => [asset, rate])).toEqual([
      ["ETH", ETH],
      ["WETH", ETH],
    ]);
    expect([flags, missing]).toEqual([[], []]);
  });

  it("say where their worth comes from: the base asset's definition and the contract's code", async () => {
    const { rates } = await readWith();
    expect(rates.map(({ source }) => source)).toEqual([
      { kind: "policy", path: "baseAsset" },
      { kind: "state", account: addressOf("WETH"), field: "code" },
    ]);
  });

  it("lose WETH alone when WETH does not answer", async () => {
    const { accounts, rates } = await readWith(["WETH", "balanceOf(address)", { revert: "0x" }]);
    expect(accounts[0]?.positions.map(({ position }) => position)).toEqual(["idle:ETH"]);
    expect(accounts[0]?.missing).toMatchObject([{ subject: "position:idle:WETH", code: "revert" }]);
    expect(rates).toHaveLength(2);
  });

  it("lose ETH when the aggregator does not know balances", async () => {
    const deployment = { ...DEVNET, multicall: addressOf("WETH") };
    const reader = readerOf(devnetView());
    const { accounts } = await read({ reader, deployment, accounts: [ACCOUNT] });
    expect(accounts[0]?.missing).toMatchObject([{ subject: "position:idle:ETH", code: "revert" }]);
  });

  it("hold as much as a chain can hold", async () => {
    const most = 2n ** 256n - 1n;
    const { accounts } = await readWith(["WETH", "balanceOf(address)", words(most)]);
    expect(accounts[0]?.positions[1]).toMatchObject({ amount: most, value: most });
  });
});
