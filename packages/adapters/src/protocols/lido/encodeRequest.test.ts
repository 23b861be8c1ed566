import { assetId, type RawAmount, rawAmount, type WithdrawalRequest } from "@ballast/core";
import fc from "fast-check";
import { decodeFunctionData, parseAbi } from "viem";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../../ActionRefused.ts";
import type { EncodeWithdrawalRequest } from "../../adapter.ts";
import { addressOf, DEVNET, ETH } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { ETHERFI_REQUEST, LIDO_REQUEST } from "../../testing/sampleWithdrawals.ts";
import { QUEUE } from "./abi.ts";
import { encodeRequest } from "./encodeRequest.ts";

const APPROVE = parseAbi(["function approve(address spender, uint256 amount) returns (bool)"]);
const given = (request: WithdrawalRequest, change: Partial<EncodeWithdrawalRequest> = {}) => ({
  request,
  account: ACCOUNT,
  deployment: FULL,
  ...change,
});
const withAmounts = (amounts: readonly bigint[], spend = amounts.reduce((sum, one) => sum + one, 0n)) => ({
  ...LIDO_REQUEST,
  spend: { ...LIDO_REQUEST.spend, amount: spend as RawAmount },
  order: { kind: "lido-queue" as const, amounts: amounts as readonly RawAmount[] },
});

function refusal(request: WithdrawalRequest, change: Partial<EncodeWithdrawalRequest> = {}) {
  try {
    encodeRequest(given(request, change));
  } catch (error) {
    if (error instanceof ActionRefused) return error;
    throw error;
  }
  return null;
}

describe("asking Lido's queue", () => {
  it("approves exactly what is given, and asks for one request each, owned by the account", () => {
    const [approval, ask, ...rest] = encodeRequest(given(LIDO_REQUEST));
    const queue = addressOf("withdrawalQueue");
    expect(rest).toEqual([]);
    expect([approval?.to, approval?.value, ask?.to, ask?.value]).toEqual([
      addressOf("wstETH"),
      0n,
      queue,
      0n,
    ]);
    const [spender, allowed] = decodeFunctionData({ abi: APPROVE, data: approval?.data ?? "0x" }).args;
    expect([spender.toLowerCase(), allowed]).toEqual([queue, 15n * ETH]);
    expect(ask?.data.slice(0, 10)).toBe("0x19aa6257");
    const { args } = decodeFunctionData({ abi: QUEUE, data: ask?.data ?? "0x" });
    expect(args[0]).toEqual([10n * ETH, 5n * ETH]);
    expect(String(args[1]).toLowerCase()).toBe(ACCOUNT.address);
  });

  it("spends what it approves to the wei, whatever the amounts, and depends on no balance and no rate", () => {
    const amounts = fc.array(fc.bigInt(1n, 10n ** 24n), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, (list) => {
        const [approval, ask] = encodeRequest(given(withAmounts(list)));
        const [, allowed] = decodeFunctionData({ abi: APPROVE, data: approval?.data ?? "0x" }).args;
        const { args } = decodeFunctionData({ abi: QUEUE, data: ask?.data ?? "0x" });
        const asked = args[0] as readonly bigint[];
        expect(asked).toEqual(list);
        expect(asked.reduce((sum, one) => sum + one, 0n)).toBe(allowed);
      }),
    );
  });

  it.each<[string, WithdrawalRequest, string]>([
    ["amounts that are less than is spent", withAmounts([ETH], 2n * ETH), "order.amounts"],
    ["amounts that are more than is spent", withAmounts([ETH, ETH], ETH), "order.amounts"],
    ["no amounts", withAmounts([], 0n), "order.amounts"],
    ["an amount of nothing", withAmounts([ETH, 0n]), "order.amounts[1]"],
    ["a negative amount", withAmounts([2n * ETH, -ETH]), "order.amounts[1]"],
    ["more than the queue can count", withAmounts([2n ** 128n]), "order.amounts[0]"],
    ["another venue's order", { ...LIDO_REQUEST, order: ETHERFI_REQUEST.order }, "order.kind"],
    ["another position", { ...LIDO_REQUEST, position: ETHERFI_REQUEST.position }, "position"],
    [
      "stETH, which rebases while owners sign",
      { ...LIDO_REQUEST, spend: { ...LIDO_REQUEST.spend, asset: assetId("stETH") } },
      "spend.asset",
    ],
  ])("refuses %s", (_name, request, field) => {
    const refused = refusal(request);
    expect(refused?.field).toBe(field);
    expect(refused?.message).toContain(refused?.limit);
  });

  it("refuses another chain, an owner of zero, and a deployment without the queue", () => {
    expect(refusal(LIDO_REQUEST, { account: { ...ACCOUNT, chainId: 1n } })?.field).toBe("account.chainId");
    const address = `0x${"00".repeat(20)}` as const;
    expect(refusal(LIDO_REQUEST, { account: { ...ACCOUNT, address } })?.field).toBe("account.address");
    const { wstETH } = DEVNET.venues[LIDO_REQUEST.venue] ?? {};
    const venues = { ...DEVNET.venues, [LIDO_REQUEST.venue]: wstETH === undefined ? {} : { wstETH } };
    const lacking = refusal(LIDO_REQUEST, { deployment: { ...DEVNET, venues } });
    expect(lacking).toMatchObject({ field: "contract", value: "withdrawalQueue" });
  });

  it("is pure: the same request gives the same calls", () => {
    expect(encodeRequest(given(LIDO_REQUEST))).toEqual(encodeRequest(given(structuredClone(LIDO_REQUEST))));
    expect(rawAmount(15n * ETH)).toBe(LIDO_REQUEST.spend.amount);
  });
});
