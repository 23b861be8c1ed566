import fc from "fast-check";
import type { Hex } from "viem";
import { describe, expect, test } from "vitest";
import {
  batchClaimData,
  claimWithdrawalsData,
  completeData,
  type Params,
  queueWithdrawalsData,
  requestWithdrawData,
  requestWstEthData,
  undelegateData,
  type Withdrawal,
} from "../../test/bundleParts.ts";
import { hexOf, word } from "../../test/hexOf.ts";
import { decodeCall } from "./decodeCall.ts";

const TARGET = `0x${"99".repeat(20)}` as Hex;
const meaning = (data: Hex) => decodeCall({ to: TARGET, value: 0n, data }).meaning;

const words = fc.array(word, { maxLength: 4 });
const addresses = fc.array(hexOf(20), { maxLength: 3 });
const params: fc.Arbitrary<Params> = fc.record({
  strategies: addresses,
  depositShares: words,
  deprecatedWithdrawer: hexOf(20),
});
const withdrawal: fc.Arbitrary<Withdrawal> = fc.record({
  staker: hexOf(20),
  delegatedTo: hexOf(20),
  withdrawer: hexOf(20),
  nonce: word,
  startBlock: fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }),
  strategies: addresses,
  scaledShares: words,
});

/** What is asked, as arguments by name, and as the bytes of another encoder. */
type Asked = { readonly named: object; readonly data: Hex };

const FUNCTIONS: readonly [kind: string, asked: fc.Arbitrary<Asked>][] = [
  [
    "queue-withdrawals",
    fc
      .array(params, { maxLength: 3 })
      .map((list) => ({ named: { params: list }, data: queueWithdrawalsData(...list) })),
  ],
  ["undelegate", hexOf(20).map((staker) => ({ named: { staker }, data: undelegateData(staker) }))],
  [
    "complete-queued-withdrawals",
    fc
      .record({
        withdrawals: fc.array(withdrawal, { maxLength: 3 }),
        tokens: fc.array(addresses, { maxLength: 3 }),
        receiveAsTokens: fc.array(fc.boolean(), { maxLength: 3 }),
      })
      .map((named) => ({
        named,
        data: completeData(named.withdrawals, named.tokens, named.receiveAsTokens),
      })),
  ],
  [
    "request-withdraw",
    fc
      .record({ weETHAmount: word, recipient: hexOf(20) })
      .map((named) => ({ named, data: requestWithdrawData(named.weETHAmount, named.recipient) })),
  ],
  [
    "batch-claim-withdraw",
    words.map((tokenIds) => ({ named: { tokenIds }, data: batchClaimData(tokenIds) })),
  ],
  [
    "request-withdrawals-wsteth",
    fc
      .record({ amounts: words, owner: hexOf(20) })
      .map((named) => ({ named, data: requestWstEthData(named.amounts, named.owner) })),
  ],
  [
    "claim-withdrawals",
    fc
      .record({ requestIds: words, hints: words })
      .map((named) => ({ named, data: claimWithdrawalsData(named.requestIds, named.hints) })),
  ],
];

describe.each(FUNCTIONS)("%s", (kind, asked) => {
  test("is read with every argument", () => {
    fc.assert(
      fc.property(asked, ({ named, data }) => {
        expect(meaning(data)).toMatchObject({ kind, arguments: named });
      }),
    );
  });

  test("is told by one text only: a byte that differs asks for something else, or for nothing that is known", () => {
    fc.assert(
      fc.property(asked, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ named, data }, at, by) => {
        const from = 2 + 2 * (at % ((data.length - 2) / 2));
        const old = Number.parseInt(data.slice(from, from + 2), 16);
        const byte = (old ^ by).toString(16).padStart(2, "0");
        const found = meaning(`${data.slice(0, from)}${byte}${data.slice(from + 2)}` as Hex);
        expect(found.kind === kind ? found.arguments : null).not.toEqual(named);
      }),
    );
  });

  test("is not read with bytes too many or too few", () => {
    fc.assert(
      fc.property(asked, ({ data }) => {
        for (const wrong of [
          `${data}00`,
          `${data}${"00".repeat(32)}`,
          data.slice(0, -2),
          data.slice(0, -64),
        ]) {
          expect(meaning(wrong as Hex).kind).toBe("unknown");
        }
      }),
    );
  });

  test("has in its signature the names of its arguments", () => {
    fc.assert(
      fc.property(asked, ({ named, data }) => {
        const { signature } = meaning(data);
        for (const name of Object.keys(named)) expect(signature).toMatch(new RegExp(` ${name}[,)]`));
      }),
      { numRuns: 1 },
    );
  });
});

test("a block that fits no uint32 is not read", () => {
  const one = { nonce: 0n, startBlock: 7n, strategies: [], scaledShares: [] };
  const data = completeData([{ staker: TARGET, delegatedTo: TARGET, withdrawer: TARGET, ...one }], [], []);
  const block = `${"0".repeat(63)}7`;
  const dirty = data.replace(block, `${"0".repeat(55)}100000007`) as Hex;
  expect(dirty).not.toBe(data);
  expect(meaning(dirty)).toMatchObject({
    kind: "unknown",
    arguments: { problem: expect.stringContaining("withdrawals[0].startBlock has more than 32 bits") },
  });
});
