import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approveCall, swapCall, TOKENS } from "../../test/validBundle.ts";
import { decodeCall } from "../calls/decodeCall.ts";
import { CheckFailedError } from "../errors/CheckFailedError.ts";
import { worstLoss } from "./worstLoss.ts";

const WAD = 10n ** 18n;
const ASSETS = new Map(Object.entries(TOKENS).map(([id, address]) => [address as string, id]));
const RATES = new Map([
  ["WETH", WAD],
  ["weETH", (WAD * 105n) / 100n],
  ["wstETH", (WAD * 12n) / 10n],
]);

type Trade = readonly [
  from: keyof typeof TOKENS,
  amountIn: bigint,
  to: keyof typeof TOKENS,
  amountOutMinimum: bigint,
];

const swaps = (trades: readonly Trade[]) =>
  trades.map(([from, amountIn, to, amountOutMinimum]) =>
    decodeCall(
      swapCall({ tokenIn: TOKENS[from], tokenOut: TOKENS[to], fee: 100, amountIn, amountOutMinimum }),
    ),
  );
const lossOf = (...trades: readonly Trade[]) =>
  worstLoss({ calls: swaps(trades), assetOf: ASSETS, rateOf: RATES });

describe("if every swap pays its minimum, the account loses", () => {
  test.each<[string, readonly Trade[], bigint]>([
    ["nothing without a swap", [], 0n],
    ["nothing at the accounting rate", [["wstETH", 10n * WAD, "WETH", 12n * WAD]], 0n],
    ["the difference below it", [["wstETH", 10n * WAD, "WETH", 11n * WAD]], WAD],
    ["nothing, not less, above it", [["wstETH", 10n * WAD, "WETH", 13n * WAD]], 0n],
    [
      "only the ends of a chain of swaps",
      [
        ["wstETH", 10n * WAD, "WETH", 11n * WAD],
        ["WETH", 11n * WAD, "weETH", 10n * WAD],
      ],
      (15n * WAD) / 10n,
    ],
    [
      "the sum over swaps that share no token in between",
      [
        ["wstETH", 10n * WAD, "WETH", 11n * WAD],
        ["weETH", 10n * WAD, "WETH", 10n * WAD],
      ],
      (15n * WAD) / 10n,
    ],
    [
      "a remainder that is not sold again counted as held",
      [
        ["wstETH", 10n * WAD, "WETH", 12n * WAD],
        ["WETH", 6n * WAD, "weETH", 0n],
      ],
      6n * WAD,
    ],
    ["one unit of a fraction: what leaves is rounded up, what comes down", [["wstETH", 1n, "weETH", 1n]], 1n],
  ])("%s", (_, trades, loss) => {
    expect(lossOf(...trades)).toBe(loss);
  });
});

test("calls that are no swaps do not count", () => {
  const calls = [
    decodeCall(approveCall(TOKENS.WETH, WAD)),
    decodeCall({ to: TOKENS.WETH, value: 5n, data: "0xdeadbeef" }),
  ];
  expect(worstLoss({ calls, assetOf: ASSETS, rateOf: RATES })).toBe(0n);
});

test("a token without an asset, or an asset without a rate, is not taken for zero", () => {
  const calls = swaps([["wstETH", WAD, "WETH", WAD]]);
  const noAsset = () => worstLoss({ calls, assetOf: new Map([...ASSETS].slice(1)), rateOf: RATES });
  const noRate = () => worstLoss({ calls, assetOf: ASSETS, rateOf: new Map([...RATES].slice(1)) });
  expect(noAsset).toThrow(CheckFailedError);
  expect(noAsset).toThrow(TOKENS.WETH);
  expect(noRate).toThrow("the snapshot has no rate for WETH");
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 27n });
const token = fc.constantFrom<keyof typeof TOKENS>("WETH", "weETH", "wstETH");
const trades = fc
  .array(fc.tuple(token, amount, token, amount), { maxLength: 5 })
  .map((list) => list.filter(([from, , to]) => from !== to));

test("it is never below the exact loss and never more than one unit for each token above it", () => {
  fc.assert(
    fc.property(trades, (list) => {
      const scaled = list.reduce(
        (sum, [from, spent, to, received]) =>
          sum + spent * (RATES.get(from) ?? 0n) - received * (RATES.get(to) ?? 0n),
        0n,
      );
      const exact = scaled > 0n ? scaled : 0n;
      const loss = lossOf(...list) * WAD;
      expect(loss).toBeGreaterThanOrEqual(exact);
      expect(loss).toBeLessThanOrEqual(exact + 3n * WAD);
    }),
  );
});

test("a lower minimum never makes it smaller", () => {
  fc.assert(
    fc.property(trades, fc.nat(4), (list, index) => {
      const lower = list.map(
        ([from, spent, to, received], i): Trade => [from, spent, to, i === index ? received / 2n : received],
      );
      expect(lossOf(...lower)).toBeGreaterThanOrEqual(lossOf(...list));
    }),
  );
});

test("it never exceeds the sum of what each swap gives up by itself", () => {
  fc.assert(
    fc.property(trades, (list) => {
      const alone = list.reduce((sum, trade) => sum + lossOf(trade), 0n);
      expect(lossOf(...list)).toBeLessThanOrEqual(alone);
    }),
  );
});
