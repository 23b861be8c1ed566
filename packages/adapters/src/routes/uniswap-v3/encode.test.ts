import { type Action, assetId, rawAmount } from "@ballast/core";
import fc from "fast-check";
import { decodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../../ActionRefused.ts";
import { addressOf, DEVNET, UNISWAP } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { ENTER, EXIT } from "../../testing/sampleAction.ts";
import { ERC20, SWAP_ROUTER_02 } from "./abi.ts";
import { encode } from "./encode.ts";

const ROUTER = DEVNET.routes[UNISWAP]?.router ?? "0x";
const request = (action: Action) => ({ action, account: ACCOUNT, deployment: DEVNET });
const spending = (amount: bigint): Action => ({
  ...EXIT,
  spend: { ...EXIT.spend, amount: amount as Action["spend"]["amount"] },
});
const atLeast = (amount: bigint): Action => ({
  ...EXIT,
  receive: { ...EXIT.receive, atLeast: amount as Action["receive"]["atLeast"] },
});

function refusal(action: Action, change: Partial<Parameters<typeof encode>[0]> = {}): ActionRefused | null {
  try {
    encode({ ...request(action), ...change });
  } catch (error) {
    if (error instanceof ActionRefused) return error;
    throw error;
  }
  return null;
}

describe("encoding a swap", () => {
  it("approves exactly what is spent and swaps all of it to the account", () => {
    const [approval, swap, ...rest] = encode(request(EXIT));
    expect(rest).toEqual([]);
    expect(approval?.to).toBe(addressOf("wstETH"));
    expect(
      decodeFunctionData({ abi: ERC20, data: approval?.data ?? "0x" }).args.map((arg) =>
        String(arg).toLowerCase(),
      ),
    ).toEqual([ROUTER, String(EXIT.spend.amount)]);
    expect(swap?.to).toBe(ROUTER);
    expect(swap?.data.slice(0, 10)).toBe("0x04e45aaf");
    const [params] = decodeFunctionData({ abi: SWAP_ROUTER_02, data: swap?.data ?? "0x" }).args;
    expect({
      ...params,
      tokenIn: params.tokenIn.toLowerCase(),
      tokenOut: params.tokenOut.toLowerCase(),
      recipient: params.recipient.toLowerCase(),
    }).toEqual({
      tokenIn: addressOf("wstETH"),
      tokenOut: addressOf("WETH"),
      fee: 100,
      recipient: ACCOUNT.address,
      amountIn: EXIT.spend.amount,
      amountOutMinimum: EXIT.receive.atLeast,
      sqrtPriceLimitX96: 0n,
    });
  });

  it("is pure and sends no coin", () => {
    expect(encode(request(ENTER))).toEqual(encode(request(ENTER)));
    expect(encode(request(ENTER)).map(({ value }) => value)).toEqual([0n, 0n]);
  });

  it("can name no recipient but the account, no spender but the router, and carries minimum and amount unchanged", () => {
    const amount = fc.bigInt(1n, 2n ** 255n - 1n).map(rawAmount);
    const account = fc
      .uint8Array({ minLength: 20, maxLength: 20 })
      .filter((bytes) => bytes.slice(0, 19).some((byte) => byte > 0));
    fc.assert(
      fc.property(amount, amount, account, (spend, minimum, bytes) => {
        const address = `0x${Buffer.from(bytes).toString("hex")}` as const;
        const action = {
          ...EXIT,
          spend: { ...EXIT.spend, amount: spend },
          receive: { ...EXIT.receive, atLeast: minimum, expected: minimum },
        };
        const calls = encode({ ...request(action), account: { ...ACCOUNT, address } });
        const [approval, swap] = calls.map(({ data }) => data.slice(10).match(/.{64}/g) ?? []);
        expect(approval?.map((word) => BigInt(`0x${word}`))).toEqual([BigInt(ROUTER), spend]);
        const swapped = swap?.map((word) => BigInt(`0x${word}`)) ?? [];
        expect(swapped[3]).toBe(BigInt(address));
        expect(swapped.slice(4, 6)).toEqual([spend, minimum]);
      }),
    );
  });

  it.each<[string, Action, string]>([
    ["to spend nothing: the router would take all it holds", spending(0n), "spend.amount"],
    ["to spend more than a pool can count", spending(2n ** 255n), "spend.amount"],
    ["a negative amount", spending(-1n), "spend.amount"],
    ["no minimum", atLeast(0n), "receive.atLeast"],
    ["a minimum above what is expected", atLeast(EXIT.receive.expected + 1n), "receive.expected"],
    [
      "an asset that the deployment lacks",
      { ...EXIT, spend: { ...EXIT.spend, asset: assetId("rETH") } },
      "spend.asset",
    ],
    [
      "a pair without a pool",
      { ...EXIT, receive: { ...EXIT.receive, asset: assetId("weETH") } },
      "spend.asset",
    ],
    ["another pair's pool", { ...EXIT, pool: ENTER.pool }, "pool"],
    ["another fee than the pool's", { ...EXIT, fee: 500n }, "pool"],
    ["a pool that the deployment lacks", { ...EXIT, pool: addressOf("WETH") }, "pool"],
  ])("refuses %s", (_name, action, field) => {
    const refused = refusal(action);
    expect(refused?.field).toBe(field);
    expect(refused?.message).toContain(refused?.limit);
  });

  it.each(["00", "01", "02"])(
    "refuses the address …%s as recipient: the router gives it another meaning",
    (last) => {
      const address = `0x${"0".repeat(38)}${last}` as const;
      expect(refusal(EXIT, { account: { ...ACCOUNT, address } })?.field).toBe("account.address");
    },
  );

  it("refuses an account of another chain", () => {
    expect(refusal(EXIT, { account: { ...ACCOUNT, chainId: 1n } })?.field).toBe("account.chainId");
  });

  it("refuses where the deployment has no Uniswap", () => {
    expect(refusal(EXIT, { deployment: { ...DEVNET, routes: {} } })?.field).toBe("route");
  });
});
