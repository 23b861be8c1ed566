import { expect, test } from "vitest";
import { type Attack, testAttacks } from "../../../test/attacks.ts";
import { type Call, multiSendData } from "../../../test/bundleParts.ts";
import { detailOf } from "../../../test/failedChecks.ts";
import { approveCall, bundleText, TOKENS } from "../../../test/validBundle.ts";

const ATTACKS: readonly Attack[] = [
  [
    "the bytes hold another call than the list",
    ["calls", "explained"],
    (parts) => {
      parts.data = multiSendData([...parts.calls, approveCall(TOKENS.WETH, 1n)]);
    },
  ],
  [
    "the list shows another call than the bytes hold",
    ["calls", "explained"],
    (parts) => {
      parts.data = multiSendData([parts.calls[0] as Call, ...parts.calls.slice(1).reverse()]);
    },
  ],
  [
    "a call inside is a delegatecall",
    ["calls", "deadline", "explained", "worst-loss"],
    (parts) => {
      parts.data = multiSendData(parts.calls, 1);
    },
  ],
  [
    "bytes follow the batch",
    ["calls", "deadline", "explained", "worst-loss"],
    (parts) => {
      parts.data = `${multiSendData(parts.calls)}00`;
    },
  ],
  [
    "the data is empty",
    ["calls", "deadline", "explained", "worst-loss"],
    (parts) => {
      parts.data = "0x";
    },
  ],
];

testAttacks(ATTACKS);

test("every field of every call is compared", async () => {
  const shown = await bundleText((parts) => {
    parts.data = multiSendData(parts.calls.map((call, i) => (i === 3 ? { ...call, value: 5n } : call)));
  });
  expect(detailOf(shown, "calls")).toBe("bundle.calls[3].value is 0, not 5 (in the bytes)");
});
