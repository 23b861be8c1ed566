import { type Address, type Hex, hash32, rawAmount, unixSeconds } from "@ballast/core";
import fc from "fast-check";
import { getAddress, zeroAddress, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../../../ActionRefused.ts";
import { DEVNET, ETH } from "../../../testing/devnetView.ts";
import { ACCOUNT } from "../../../testing/fakeReader.ts";
import { decodedCall } from "../testing/decodedCall.ts";
import { EL, EL_DEPLOYMENT, OPERATOR, STETH_TOKEN } from "../testing/eigenlayerDeployment.ts";
import { DEPOSIT_MARGIN, depositableDown } from "./depositableDown.ts";
import { encodeDelegate } from "./encodeDelegate.ts";
import { encodeDeposit } from "./encodeDeposit.ts";
import { encodeRedelegate } from "./encodeRedelegate.ts";

const BASE = { account: ACCOUNT, deployment: EL_DEPLOYMENT };
const deposit = (amount: bigint, strategy: Address = EL.stETHStrategy) =>
  encodeDeposit({ ...BASE, strategy, amount: rawAmount(amount) });

describe("encodeDeposit", () => {
  it("approves exactly the amount, then deposits it; nobody is named as the owner but the caller", () => {
    expect(deposit(5n * ETH).map(decodedCall)).toEqual([
      {
        to: STETH_TOKEN,
        value: 0n,
        functionName: "approve",
        args: [getAddress(EL.strategyManager), 5n * ETH],
      },
      {
        to: EL.strategyManager,
        value: 0n,
        functionName: "depositIntoStrategy",
        args: [getAddress(EL.stETHStrategy), getAddress(STETH_TOKEN), 5n * ETH],
      },
    ]);
  });

  it("is two words of selector and the same amount in both calls, whatever the amount", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 2n ** 128n), (amount) => {
        const [approve, into] = deposit(amount).map(decodedCall);
        expect([approve?.args?.at(-1), into?.args?.at(-1)]).toEqual([amount, amount]);
      }),
    );
  });

  it.each<[string, () => unknown, string]>([
    ["an amount of 0", () => deposit(0n), "amount"],
    ["a strategy that is not listed", () => deposit(1n, OPERATOR), "strategy"],
    [
      "a deployment without EigenLayer",
      () =>
        encodeDeposit({
          account: ACCOUNT,
          deployment: { ...DEVNET, venues: {} },
          strategy: EL.stETHStrategy,
          amount: rawAmount(1n),
        }),
      "venue",
    ],
    [
      "an account of another chain",
      () =>
        encodeDeposit({
          ...BASE,
          account: { ...ACCOUNT, chainId: 1n },
          strategy: EL.stETHStrategy,
          amount: rawAmount(1n),
        }),
      "account.chainId",
    ],
    [
      "nobody",
      () =>
        encodeDeposit({
          ...BASE,
          account: { ...ACCOUNT, address: zeroAddress },
          strategy: EL.stETHStrategy,
          amount: rawAmount(1n),
        }),
      "account.address",
    ],
  ])("refuses %s, naming the field", (_name, encode, field) => {
    expect(encode).toThrow(ActionRefused);
    expect(encode).toThrow(new RegExp(`${field} is`));
  });
});

describe("depositableDown", () => {
  it.each([
    [0n, 0n],
    [1n, 0n],
    [2n, 0n],
    [3n, 1n],
    [100n * ETH, 100n * ETH - 2n],
  ])("of a balance of %s is %s", (balance, amount) => {
    expect(depositableDown(rawAmount(balance))).toBe(amount);
  });

  it("is covered by every stETH balance that reads up to two wei less at execution", () => {
    fc.assert(
      fc.property(fc.bigInt(3n, 10n ** 27n), fc.bigInt(0n, DEPOSIT_MARGIN), (balance, less) => {
        expect(depositableDown(rawAmount(balance)) <= balance - less).toBe(true);
      }),
    );
  });
});

const SIGNATURE: Hex = `0x${"ab".repeat(65)}`;
const SALT = hash32(`0x${"5f".repeat(32)}`);
const APPROVAL = { signature: SIGNATURE, expiry: unixSeconds(1_795_434_248n), salt: SALT };

describe.each([
  ["delegateTo", encodeDelegate],
  ["redelegate", encodeRedelegate],
] as const)("%s", (functionName, encode) => {
  it("without an approver signs nothing and spends no salt", () => {
    const [call, ...rest] = encode({ ...BASE, operator: OPERATOR, approval: null }).map(decodedCall);
    expect(rest).toEqual([]);
    expect(call).toEqual({
      to: EL.delegationManager,
      value: 0n,
      functionName,
      args: [getAddress(OPERATOR), { signature: "0x", expiry: 0n }, zeroHash],
    });
  });

  it("with an approver carries its signature, expiry and salt", () => {
    const [call] = encode({ ...BASE, operator: OPERATOR, approval: APPROVAL }).map(decodedCall);
    const signed = { signature: SIGNATURE, expiry: 1_795_434_248n };
    expect(call?.args).toEqual([getAddress(OPERATOR), signed, SALT]);
  });

  it.each<[string, Address, typeof APPROVAL | null, RegExp]>([
    ["nobody", zeroAddress, null, /operator is 0x0000/],
    ["the account itself, which could never leave", ACCOUNT.address, null, /could never undelegate/],
    ["an approval without a signature", OPERATOR, { ...APPROVAL, signature: "0x" }, /approval.signature/],
  ])("refuses %s", (_name, operator, approval, text) => {
    expect(() => encode({ ...BASE, operator, approval })).toThrow(text);
  });
});
