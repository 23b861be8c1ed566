import { mnemonicToAccount, privateKeyToAddress } from "viem/accounts";
import { expect, test } from "vitest";
import { devnetAccounts, devnetMnemonic } from "./accounts.ts";

const { owners, ...roles } = devnetAccounts;
const all = [...owners, ...Object.values(roles)];

test.each(all.map((account, index) => ({ account, index })))(
  "$account.label is account $index of the mnemonic",
  ({ account, index }) => {
    expect(privateKeyToAddress(account.privateKey)).toBe(account.address);
    expect(mnemonicToAccount(devnetMnemonic, { addressIndex: index }).address).toBe(account.address);
  },
);

test("no role shares its key with another", () => {
  expect(new Set(all.map((account) => account.address)).size).toBe(all.length);
});
