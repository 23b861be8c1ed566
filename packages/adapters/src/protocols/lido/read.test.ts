import { describe, expect, it } from "vitest";
import { addressOf, type Change, DEVNET, devnetView, ETH, WSTETH_RATE } from "../../testing/devnetView.ts";
import { ACCOUNT, readerOf } from "../../testing/fakeReader.ts";
import { words } from "../../testing/word.ts";
import { LIDO_ID } from "./contracts.ts";
import { read } from "./read.ts";

const readWith = (...changes: Change[]) =>
  read({ reader: readerOf(devnetView(...changes)), deployment: DEVNET, accounts: [ACCOUNT] });

describe("Lido", () => {
  it("values wstETH at stEthPerToken", async () => {
    const { accounts, rates, flags, missing } = await readWith();
    expect(accounts[0]?.positions).toMatchObject([
      {
        position: "lido:wstETH",
        asset: "wstETH",
        amount: 520n * ETH,
        value: (520n * ETH * WSTETH_RATE) / ETH,
      },
    ]);
    expect(rates).toMatchObject([{ asset: "wstETH", venue: "lido", rate: WSTETH_RATE }]);
    expect([flags, missing]).toEqual([[], []]);
  });

  it("flags a stopped stETH: entries stop, wstETH still trades", async () => {
    const { flags } = await readWith(["stETH", "isStopped()", words(1n)]);
    const source = { kind: "call", contract: addressOf("stETH"), method: "isStopped" };
    expect(flags).toEqual([{ venue: "lido", code: "steth-stopped", stops: "entries", source }]);
  });

  it("does not take a stETH that does not answer for running", async () => {
    const { flags, missing } = await readWith(["stETH", "isStopped()", { revert: "0x" }]);
    expect(flags).toEqual([]);
    expect(missing).toMatchObject([{ subject: "venue:lido", code: "revert" }]);
  });

  it("states that it cannot see whether stETH stands still where the deployment has none", async () => {
    const { wstETH } = DEVNET.venues[LIDO_ID] ?? {};
    const deployment = { ...DEVNET, venues: { lido: wstETH === undefined ? {} : { wstETH } } };
    const { flags } = await read({ reader: readerOf(devnetView()), deployment, accounts: [ACCOUNT] });
    expect(flags).toMatchObject([{ code: "no-pause-getter", stops: "none" }]);
  });

  it("reads nothing where the deployment leaves it out", async () => {
    const deployment = { ...DEVNET, venues: {} };
    const reading = await read({ reader: readerOf(devnetView()), deployment, accounts: [ACCOUNT] });
    expect(reading).toMatchObject({ rates: [], flags: [], missing: [], accounts: [{ positions: [] }] });
  });
});
