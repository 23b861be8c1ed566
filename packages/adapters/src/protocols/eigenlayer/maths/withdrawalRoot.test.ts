import { describe, expect, it } from "vitest";
import { type Withdrawal, withdrawalRoot } from "./withdrawalRoot.ts";

/** As queued on a local chain with the real contracts. */
const recorded: Withdrawal = {
  staker: "0x67B51d381E1b603196d5E8554BC507b79108EEa5",
  delegatedTo: "0xF858433F5FBf5D93Da6d18D7dC506751023D4F0A",
  withdrawer: "0x67B51d381E1b603196d5E8554BC507b79108EEa5",
  nonce: 0n,
  startBlock: 252,
  strategies: ["0x998abeb3E57409262aE5b751f60747921B33613E"],
  scaledShares: [100_000_000_000_000_000_000n],
};

describe("the root of a withdrawal", () => {
  it("is the one that the real contract gave", () => {
    expect(withdrawalRoot(recorded)).toBe(
      "0x734e79178f12fa22154427585bf13a2693b7480472a6135aa4026d28a3718229",
    );
  });

  it.each<[field: string, change: Partial<Withdrawal>]>([
    ["staker", { staker: recorded.delegatedTo }],
    ["delegatedTo", { delegatedTo: recorded.staker }],
    ["withdrawer", { withdrawer: recorded.delegatedTo }],
    ["nonce", { nonce: 1n }],
    ["startBlock", { startBlock: 253 }],
    ["strategies", { strategies: [recorded.staker] }],
    ["scaledShares", { scaledShares: [100_000_000_000_000_000_001n] }],
  ])("hangs on %s", (_field, change) => {
    expect(withdrawalRoot({ ...recorded, ...change })).not.toBe(withdrawalRoot(recorded));
  });
});
