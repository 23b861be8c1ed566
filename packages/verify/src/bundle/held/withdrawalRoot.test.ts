import fc from "fast-check";
import { expect, test } from "vitest";
import type { Withdrawal } from "../../../test/bundleParts.ts";
import { hexOf, word } from "../../../test/hexOf.ts";
import { rootOf } from "../../../test/withdrawalBundle.ts";
import { withdrawalRoot } from "./withdrawalRoot.ts";

/** What EigenLayer's DelegationManager v1.12.0 emitted in SlashingWithdrawalQueued, recorded from the contract on a local chain. */
test.each<[string, string, Withdrawal]>([
  [
    "one strategy",
    "0x734e79178f12fa22154427585bf13a2693b7480472a6135aa4026d28a3718229",
    {
      staker: "0x67b51d381e1b603196d5e8554bc507b79108eea5",
      delegatedTo: "0xf858433f5fbf5d93da6d18d7dc506751023d4f0a",
      withdrawer: "0x67b51d381e1b603196d5e8554bc507b79108eea5",
      nonce: 0n,
      startBlock: 252n,
      strategies: ["0x998abeb3e57409262ae5b751f60747921b33613e"],
      scaledShares: [100_000_000_000_000_000_000n],
    },
  ],
  [
    "three strategies",
    "0x3f96ffa23c7645bb72d4d345fbc8d33e192982f75406b0bdf75f2a0d23177cce",
    {
      staker: "0xe5cc83f96c3343c2f45e660d9ff9a57a51532272",
      delegatedTo: "0xba73ea9d20d7cb1e8ff873debef53e7281334160",
      withdrawer: "0xe5cc83f96c3343c2f45e660d9ff9a57a51532272",
      nonce: 0n,
      startBlock: 669n,
      strategies: [
        "0x5067457698fd6fa1c6964e416b3f42713513b3dd",
        "0x4b6ab5f819a515382b0deb6935d793817bb4af28",
        "0xd5ac451b0c50b9476107823af206ed814a2e2580",
      ],
      scaledShares: [5_000_000_000_000_000_000n, 6_000_000_000_000_000_000n, 7_000_000_000_000_000_000n],
    },
  ],
])("the root of a withdrawal over %s is the contract's", (_, root, withdrawal) => {
  expect(withdrawalRoot(withdrawal)).toBe(root);
});

test("the root is the hash of the standard encoding, whatever the lengths of the lists", () => {
  const withdrawals: fc.Arbitrary<Withdrawal> = fc.record({
    staker: hexOf(20),
    delegatedTo: hexOf(20),
    withdrawer: hexOf(20),
    nonce: word,
    startBlock: fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }),
    strategies: fc.array(hexOf(20), { maxLength: 4 }),
    scaledShares: fc.array(word, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(withdrawals, (withdrawal) => {
      expect(withdrawalRoot(withdrawal)).toBe(rootOf(withdrawal));
    }),
  );
});
