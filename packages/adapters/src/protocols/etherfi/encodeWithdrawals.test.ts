import { assetId, type Claim, type RawAmount, rawAmount, type WithdrawalRequest } from "@ballast/core";
import fc from "fast-check";
import { decodeFunctionData, parseAbi } from "viem";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../../ActionRefused.ts";
import { addressOf, ETH } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { ETHERFI_REQUEST, etherfiClaim, LIDO_REQUEST, lidoClaim } from "../../testing/sampleWithdrawals.ts";
import { REDEMPTION_MANAGER, WITHDRAW_ADAPTER, WITHDRAW_REQUEST_NFT } from "./abi.ts";
import { ETHER_TOKEN } from "./contracts.ts";
import { encodeClaims } from "./encodeClaims.ts";
import { encodeEtherfiRedeem } from "./encodeEtherfiRedeem.ts";
import { encodeRequest } from "./encodeRequest.ts";

const APPROVE = parseAbi(["function approve(address spender, uint256 amount) returns (bool)"]);
const where = { account: ACCOUNT, deployment: FULL };

function refusal(encode: () => unknown): ActionRefused | null {
  try {
    encode();
  } catch (error) {
    if (error instanceof ActionRefused) return error;
    throw error;
  }
  return null;
}

const approvalOf = (data = "0x" as `0x${string}`) => {
  const [spender, amount] = decodeFunctionData({ abi: APPROVE, data }).args;
  return [spender.toLowerCase(), amount];
};

describe("asking ether.fi's queue", () => {
  it("approves the sum exactly, then asks once for each amount, for the account", () => {
    const [approval, ...asks] = encodeRequest({ request: ETHERFI_REQUEST, ...where });
    const adapter = addressOf("withdrawAdapter");
    expect(approval?.to).toBe(addressOf("weETH"));
    expect(approvalOf(approval?.data)).toEqual([adapter, 10n * ETH]);
    expect(asks.map(({ to, value, data }) => [to, value, data.slice(0, 10)])).toEqual(
      asks.map(() => [adapter, 0n, "0xccc143b8"]),
    );
    const args = asks.map(({ data }) => decodeFunctionData({ abi: WITHDRAW_ADAPTER, data }).args);
    expect(args.map((given) => [given?.[0], String(given?.[1]).toLowerCase()])).toEqual([
      [7n * ETH, ACCOUNT.address],
      [2n * ETH, ACCOUNT.address],
      [ETH, ACCOUNT.address],
    ]);
  });

  it("spends what it approves to the wei, whatever the amounts", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 10n ** 24n), { minLength: 1, maxLength: 20 }), (amounts) => {
        const sum = amounts.reduce((total, one) => total + one, 0n);
        const request: WithdrawalRequest = {
          ...ETHERFI_REQUEST,
          spend: { ...ETHERFI_REQUEST.spend, amount: rawAmount(sum) },
          order: { kind: "etherfi-queue", amounts: amounts.map(rawAmount) },
        };
        const [approval, ...asks] = encodeRequest({ request, ...where });
        const asked = asks.map(({ data }) => decodeFunctionData({ abi: WITHDRAW_ADAPTER, data }).args?.[0]);
        expect(asked).toEqual(amounts);
        expect(approvalOf(approval?.data)[1]).toBe(sum);
      }),
    );
  });

  it.each<[string, Partial<WithdrawalRequest>, string]>([
    ["another venue's order", { order: LIDO_REQUEST.order }, "order.kind"],
    [
      "amounts that are not what is spent",
      { order: { kind: "etherfi-queue", amounts: [ETH as RawAmount] } },
      "order.amounts",
    ],
    ["another position", { position: LIDO_REQUEST.position }, "position"],
    [
      "eETH, which rebases while owners sign",
      { spend: { asset: assetId("eETH"), amount: rawAmount(1n) } },
      "spend.asset",
    ],
  ])("refuses %s", (_name, change, field) => {
    expect(
      refusal(() => encodeRequest({ request: { ...ETHERFI_REQUEST, ...change }, ...where }))?.field,
    ).toBe(field);
  });

  it("refuses instant redemption, and says why", () => {
    const order = { kind: "etherfi-redeem" } as unknown as WithdrawalRequest["order"];
    const refused = refusal(() => encodeRequest({ request: { ...ETHERFI_REQUEST, order }, ...where }));
    expect(refused?.message).toContain("no minimum output");
  });
});

describe("claiming from ether.fi", () => {
  it("claims all in one call, ids ascending", () => {
    const claims = [etherfiClaim(100n), etherfiClaim(9n)];
    const [call, ...rest] = encodeClaims({ claims, ...where });
    expect(rest).toEqual([]);
    expect([call?.to, call?.value, call?.data.slice(0, 10)]).toEqual([
      addressOf("withdrawRequestNFT"),
      0n,
      "0x24fccdcf",
    ]);
    const { args } = decodeFunctionData({ abi: WITHDRAW_REQUEST_NFT, data: call?.data ?? "0x" });
    expect(args).toEqual([[9n, 100n]]);
  });

  it.each<[string, readonly Claim[], string]>([
    ["nothing", [], "claims"],
    ["one twice", [etherfiClaim(5n), etherfiClaim(5n)], "claims"],
    ["another venue's", [lidoClaim(5n)], "order.kind"],
  ])("refuses to claim %s", (_name, claims, field) => {
    expect(refusal(() => encodeClaims({ claims, ...where }))?.field).toBe(field);
  });
});

describe("redeeming weETH at once", () => {
  it("approves exactly what is redeemed, for ether, to the account itself", () => {
    const [approval, redeem, ...rest] = encodeEtherfiRedeem({ amount: rawAmount(5n * ETH), ...where });
    const manager = addressOf("redemptionManager");
    expect(rest).toEqual([]);
    expect(approvalOf(approval?.data)).toEqual([manager, 5n * ETH]);
    expect([redeem?.to, redeem?.value, redeem?.data.slice(0, 10)]).toEqual([manager, 0n, "0x50cd3742"]);
    const { args = [] } = decodeFunctionData({ abi: REDEMPTION_MANAGER, data: redeem?.data ?? "0x" });
    expect(args.map((arg) => String(arg).toLowerCase())).toEqual([
      `${5n * ETH}`,
      ACCOUNT.address,
      ETHER_TOKEN,
    ]);
  });

  it("refuses nothing, another chain, and a deployment without the manager", () => {
    const redeem = (amount: bigint, change: Partial<typeof where> = {}) =>
      refusal(() => encodeEtherfiRedeem({ amount: amount as RawAmount, ...where, ...change }));
    expect(redeem(0n)?.field).toBe("amount");
    expect(redeem(1n, { account: { ...ACCOUNT, chainId: 1n } })?.field).toBe("account.chainId");
    expect(redeem(1n, { deployment: { ...FULL, venues: {} } })?.field).toBe("contract");
  });
});
