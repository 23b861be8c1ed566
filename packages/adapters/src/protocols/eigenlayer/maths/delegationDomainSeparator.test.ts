import { expect, it } from "vitest";
import { delegationDomainSeparator } from "./delegationDomainSeparator.ts";

const recorded = {
  chainId: 31337,
  delegationManager: "0xcf7ed3acca5a467e9e704c703e8d87f634fb0fc9",
  version: "1.12.0",
} as const;

it("is the one that the real contract gave", () => {
  expect(delegationDomainSeparator(recorded)).toBe(
    "0xaa92f11e96880d2a25297ccc98e7cf6f939e3aaf135677ce03ece5c39a6d1c7d",
  );
});

it.each([
  ["chain", { ...recorded, chainId: 1 }],
  ["contract", { ...recorded, delegationManager: "0x39053D51B77DC0d36036Fc1fCc8Cb819df8Ef37A" as const }],
  ["major version", { ...recorded, version: "2.0.0" }],
])("hangs on the %s", (_what, domain) => {
  expect(delegationDomainSeparator(domain)).not.toBe(delegationDomainSeparator(recorded));
});
