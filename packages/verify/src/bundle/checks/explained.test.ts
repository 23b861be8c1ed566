import { pad } from "viem";
import { expect, test } from "vitest";
import {
  type Attack,
  ETHER,
  EVIL,
  FIRST_SWAP,
  replaceCall,
  testAttacks,
  transferData,
} from "../../../test/attacks.ts";
import { detailOf } from "../../../test/failedChecks.ts";
import { approveCall, bundleText, ROUTER, SAFE, swapCall, TOKENS } from "../../../test/validBundle.ts";

const ATTACKS: readonly Attack[] = [
  [
    "the proceeds of a swap go to somebody else",
    ["explained"],
    (parts) => replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, recipient: EVIL }) }),
  ],
  [
    "the proceeds stay in the router",
    ["explained"],
    (parts) => replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, recipient: ROUTER }) }),
  ],
  [
    "a minimum output is lower than the plan says",
    ["explained", "worst-loss"],
    (parts) => replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, amountOutMinimum: 1n }) }),
  ],
  [
    "a minimum output is higher than the plan says",
    ["explained"],
    (parts) => replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, amountOutMinimum: 120n * ETHER }) }),
  ],
  [
    "a swap sells more than the plan says",
    ["explained", "worst-loss"],
    (parts) => replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, amountIn: 101n * ETHER }) }),
  ],
  [
    "a swap sells less, so that an allowance is left",
    ["explained"],
    (parts) => replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, amountIn: 99n * ETHER }) }),
  ],
  [
    "a swap goes through another fee tier",
    ["explained"],
    (parts) => replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, fee: 10_000 }) }),
  ],
  [
    "a swap stops at a price, with part of it unsold",
    ["explained"],
    (parts) => replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, sqrtPriceLimitX96: 1n }) }),
  ],
  [
    "a swap buys another token",
    ["explained", "worst-loss"],
    (parts) => replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, tokenOut: EVIL }) }),
  ],
  [
    "a swap is sent to another contract",
    ["explained"],
    (parts) => replaceCall(parts, { at: 2, by: { ...swapCall(FIRST_SWAP), to: EVIL } }),
  ],
  [
    "ETH goes along with a swap",
    ["explained"],
    (parts) => replaceCall(parts, { at: 2, by: { ...swapCall(FIRST_SWAP), value: 1n } }),
  ],
  [
    "a spender is a stranger",
    ["explained"],
    (parts) => replaceCall(parts, { at: 1, by: approveCall(TOKENS.wstETH, FIRST_SWAP.amountIn, EVIL) }),
  ],
  [
    "an approval is without limit",
    ["explained"],
    (parts) => replaceCall(parts, { at: 1, by: approveCall(TOKENS.wstETH, 2n ** 256n - 1n) }),
  ],
  [
    "an approval is of another token",
    ["explained"],
    (parts) => replaceCall(parts, { at: 1, by: approveCall(TOKENS.weETH, FIRST_SWAP.amountIn) }),
  ],
  [
    "ETH goes along with an approval",
    ["explained"],
    (parts) =>
      replaceCall(parts, { at: 1, by: { ...approveCall(TOKENS.wstETH, FIRST_SWAP.amountIn), value: 1n } }),
  ],
  [
    "a token is transferred in place of a swap",
    ["explained"],
    (parts) =>
      replaceCall(parts, { at: 2, by: { to: TOKENS.wstETH, value: 0n, data: transferData(EVIL, 1n) } }),
  ],
  [
    "a call is added at the end",
    ["explained"],
    (parts) => void parts.calls.push(approveCall(TOKENS.WETH, 1n, EVIL)),
  ],
  [
    "a call that changes the Safe is added",
    ["explained"],
    (parts) => void parts.calls.push({ to: SAFE, value: 0n, data: `0x610b5925${pad(EVIL).slice(2)}` }),
  ],
  ["a swap is left out", ["explained"], (parts) => void parts.calls.pop()],
  [
    "the two swaps change places",
    ["explained"],
    ({ calls }) => void calls.splice(1, 4, ...calls.slice(3, 5), ...calls.slice(1, 3)),
  ],
  [
    "a swap comes before its approval",
    ["explained"],
    ({ calls }) => void calls.splice(1, 2, ...calls.slice(1, 3).reverse()),
  ],
  [
    "the calls are right and a swap carries a byte too many",
    ["explained"],
    (parts) =>
      replaceCall(parts, { at: 2, by: { ...swapCall(FIRST_SWAP), data: `${swapCall(FIRST_SWAP).data}00` } }),
  ],
];

testAttacks(ATTACKS);

test("the reason names the call, the argument and both values", async () => {
  const paysEvil = await bundleText((parts) =>
    replaceCall(parts, { at: 2, by: swapCall({ ...FIRST_SWAP, recipient: EVIL }) }),
  );
  expect(detailOf(paysEvil, "explained")).toBe(`recipient of call 2 is ${EVIL}, not ${SAFE} (the Safe)`);
  const trustsEvil = await bundleText((parts) =>
    replaceCall(parts, { at: 1, by: approveCall(TOKENS.wstETH, FIRST_SWAP.amountIn, EVIL) }),
  );
  expect(detailOf(trustsEvil, "explained")).toBe(`spender of call 1 is ${EVIL}, not ${ROUTER} (uniswap-v3)`);
  const unknown = await bundleText((parts) =>
    replaceCall(parts, { at: 2, by: { to: ROUTER, value: 0n, data: "0xdeadbeef" } }),
  );
  expect(detailOf(unknown, "explained")).toBe(
    "call 2 is unknown, not exact-input-single: no known function has this selector",
  );
});
