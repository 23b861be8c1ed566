import { positionId } from "@ballast/core";
import fc from "fast-check";
import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { ETH } from "../../../testing/devnetView.ts";
import { words } from "../../../testing/word.ts";
import { EL, OPERATOR, OTHER_OPERATOR } from "../testing/eigenlayerDeployment.ts";
import { type Change, returned, SHARES } from "../testing/eigenlayerView.ts";
import { readEigenlayer } from "../testing/readEigenlayer.ts";
import { NATIVE_ETHER } from "./nativeEther.ts";

const accountIn = async (...changes: Change[]) => (await readEigenlayer({ changes })).reading.accounts[0];
const delegatedTo = (operator: `0x${string}`): Change => [
  "delegationManager",
  "delegatedTo(address)",
  returned("delegatedTo", operator),
];
const shares = (withdrawable: bigint, deposit: bigint): Change => [
  "delegationManager",
  "getWithdrawableShares(address,address[])",
  returned("getWithdrawableShares", [[withdrawable], [deposit]]),
];
const deposited = (...held: readonly (readonly [string, bigint])[]): Change => [
  "delegationManager",
  "getDepositedShares(address)",
  returned("getDepositedShares", [held.map(([strategy]) => strategy), held.map(([, amount]) => amount)]),
];

describe("positions of an account", () => {
  it("count withdrawable shares, never deposit shares, at the strategy's rate rounded down", async () => {
    const account = await accountIn(shares(90n * ETH, SHARES));
    expect(account?.positions).toMatchObject([
      { position: `eigenlayer:stETH@${OPERATOR}`, venue: "eigenlayer", asset: "EL-stETH", amount: 90n * ETH },
    ]);
    const [position] = account?.positions ?? [];
    const source = { kind: "call", contract: EL.delegationManager, method: "getWithdrawableShares" };
    expect(position?.source).toEqual(source);
  });

  it.each<[string, `0x${string}`, string]>([
    [
      "delegated: the operator in lower case",
      "0xF858433F5FBf5D93Da6d18D7dC506751023D4F0A",
      "@0xf858433f5fbf5d93da6d18d7dc506751023d4f0a",
    ],
    ["delegated to another", OTHER_OPERATOR, `@${OTHER_OPERATOR}`],
    ["delegated to nobody", zeroAddress, ""],
  ])("are named by the operator: %s", async (_name, operator, suffix) => {
    const account = await accountIn(delegatedTo(operator));
    const [position] = account?.positions ?? [];
    expect(position?.position).toBe(`eigenlayer:stETH${suffix}`);
    expect(positionId(position?.position ?? "")).toBe(position?.position);
  });

  it.each([
    ["nothing deposited", 0n, 0n],
    ["everything slashed", 0n, SHARES],
  ])("are read when they are empty: %s", async (_name, withdrawable, deposit) => {
    const account = await accountIn(shares(withdrawable, deposit));
    expect(account?.positions).toMatchObject([{ amount: 0n, value: 0n }]);
    expect(account?.missing).toEqual([]);
  });

  it("are worth floor(shares × rate ÷ 1e18) for any slashing and any rebase", async () => {
    const amounts = fc.bigInt(0n, 2n ** 110n);
    const rates = fc.bigInt(1n, 10n ** 19n);
    await fc.assert(
      fc.asyncProperty(amounts, rates, async (withdrawable, rate) => {
        const rated: Change = ["stETHStrategy", "sharesToUnderlyingView(uint256)", words(rate)];
        const account = await accountIn(shares(withdrawable, SHARES), rated);
        expect(account?.positions[0]?.value).toBe((withdrawable * rate) / ETH);
      }),
      { numRuns: 20 },
    );
  });

  it.each<[string, Change]>([
    [
      "no strategy at all",
      [
        "delegationManager",
        "getWithdrawableShares(address,address[])",
        returned("getWithdrawableShares", [[], []]),
      ],
    ],
    [
      "amounts without deposits",
      [
        "delegationManager",
        "getWithdrawableShares(address,address[])",
        returned("getWithdrawableShares", [[1n], []]),
      ],
    ],
  ])("are missing when the answer has %s", async (_name, change) => {
    const account = await accountIn(change);
    expect(account?.positions).toEqual([]);
    expect(account?.missing).toMatchObject([
      { subject: `position:eigenlayer:stETH@${OPERATOR}`, code: "short-data" },
    ]);
  });
});

describe("what an account holds beside the listed strategies", () => {
  const STRANGER = `0x${"77".repeat(20)}` as const;

  it.each<[string, Change, readonly string[]]>([
    [
      "a strategy that the deployment does not list",
      deposited([EL.stETHStrategy, SHARES], [STRANGER, 7n]),
      [STRANGER],
    ],
    ["native ETH", deposited([EL.stETHStrategy, SHARES], [NATIVE_ETHER, 32n * ETH]), [NATIVE_ETHER]],
    ["both", deposited([STRANGER, 7n], [NATIVE_ETHER, 1n]), [STRANGER, NATIVE_ETHER]],
    ["a strategy without shares in it", deposited([STRANGER, 0n]), []],
    ["nothing", deposited(), []],
  ])("is missing, not worth nothing: %s", async (_name, change, strangers) => {
    const account = await accountIn(change);
    expect(account?.missing.map(({ subject, code }) => [subject, code])).toEqual(
      strangers.map((strategy) => [`position:eigenlayer:${strategy}`, "unexpected"]),
    );
    expect(account?.positions).toHaveLength(1);
  });

  it.each([
    [STRANGER, /holds 7 shares in a strategy that the deployment does not list/],
    [NATIVE_ETHER, /native ETH through an EigenPod/],
  ])("is named: %s", async (strategy, text) => {
    const account = await accountIn(deposited([strategy, 7n]));
    expect(account?.missing[0]?.detail).toMatch(text);
  });

  it("is missing too where the contract gives no amount for it", async () => {
    const odd: Change = [
      "delegationManager",
      "getDepositedShares(address)",
      returned("getDepositedShares", [[STRANGER], []]),
    ];
    expect((await accountIn(odd))?.missing[0]?.detail).toMatch(/an unknown number of shares/);
  });
});

describe("the rate of shares", () => {
  it("is missing, and the position with it, when the strategy holds another token than the deployment says", async () => {
    const { reading } = await readEigenlayer({
      changes: [["stETHStrategy", "underlyingToken()", returned("underlyingToken", OTHER_OPERATOR)]],
    });
    expect(reading.rates).toEqual([]);
    expect(reading.missing).toMatchObject([{ subject: "rate:EL-stETH", code: "unexpected", retry: false }]);
    expect(reading.missing[0]?.detail).toContain(OTHER_OPERATOR);
    expect(reading.accounts[0]?.positions).toEqual([]);
  });

  it("is never 0", async () => {
    const { reading } = await readEigenlayer({
      changes: [["stETHStrategy", "sharesToUnderlyingView(uint256)", words(0n)]],
    });
    expect(reading.missing).toMatchObject([{ subject: "rate:EL-stETH", code: "unexpected" }]);
  });

  it("does not show a slash of the operator: that is in the shares", async () => {
    const calm = await readEigenlayer();
    const slashed = await readEigenlayer({ changes: [shares(45n * ETH, SHARES)] });
    expect(slashed.reading.rates).toEqual(calm.reading.rates);
  });
});
