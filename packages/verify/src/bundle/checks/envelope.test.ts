import { expect, test } from "vitest";
import { type Attack, EVIL, testAttacks } from "../../../test/attacks.ts";
import { detailOf, failedChecks } from "../../../test/failedChecks.ts";
import { bundleText } from "../../../test/validBundle.ts";

const ATTACKS: readonly Attack[] = [
  [
    "the Safe delegates to a stranger",
    ["envelope"],
    ({ transaction }) => {
      transaction.to = EVIL;
    },
  ],
  [
    "the stranger is called the MultiSendCallOnly",
    ["envelope"],
    ({ transaction, contracts }) => {
      transaction.to = EVIL;
      contracts.multiSendCallOnly = EVIL;
    },
  ],
  [
    "the code of the MultiSendCallOnly is another",
    ["envelope"],
    ({ contracts }) => {
      contracts.multiSendCallOnlyCodeHash = `0x${"0".repeat(64)}`;
    },
  ],
  [
    "it names another MultiSendCallOnly than it uses",
    ["envelope"],
    ({ contracts }) => {
      contracts.multiSendCallOnly = EVIL;
    },
  ],
  [
    "it is a plain call",
    ["envelope"],
    ({ transaction }) => {
      transaction.operation = 0n;
    },
  ],
  [
    "it sends ETH",
    ["envelope"],
    ({ transaction }) => {
      transaction.value = 1n;
    },
  ],
  [
    "it sets safeTxGas, so that a failure uses up the nonce",
    ["envelope"],
    ({ transaction }) => {
      transaction.safeTxGas = 1n;
    },
  ],
  [
    "it sets baseGas",
    ["envelope"],
    ({ transaction }) => {
      transaction.baseGas = 1n;
    },
  ],
  [
    "it pays a gas price",
    ["envelope"],
    ({ transaction }) => {
      transaction.gasPrice = 1n;
    },
  ],
  [
    "it refunds in a token",
    ["envelope"],
    ({ transaction }) => {
      transaction.gasToken = EVIL;
    },
  ],
  [
    "it refunds somebody",
    ["envelope"],
    ({ transaction }) => {
      transaction.refundReceiver = EVIL;
    },
  ],
  [
    "its nonce is used up",
    ["envelope", "simulation"],
    ({ transaction }) => {
      transaction.nonce = 6n;
    },
  ],
  [
    "the Safe is of a version that nobody pinned",
    ["envelope"],
    (parts) => {
      parts.safeVersion = "1.1.1";
      parts.snapshot.safe.version = "1.1.1";
    },
  ],
  [
    "the Safe is of another version than was read",
    ["envelope"],
    (parts) => {
      parts.safeVersion = "1.4.1+L2";
    },
  ],
  [
    "the batch goes through the contract of another version",
    ["envelope"],
    ({ transaction }) => {
      transaction.to = "0xa83c336b20401af773b6219ba5027174338d1836";
    },
  ],
];

testAttacks(ATTACKS);

test("the reason names the field and both values", async () => {
  const used = await bundleText(({ transaction }) => {
    transaction.nonce = 6n;
  });
  expect(detailOf(used, "envelope")).toBe("bundle.transaction.nonce is 6; the Safe was at 7 already");
});

const OLD_CONTRACTS = [
  "0x40a2accbd92bca938b02010e17a5b8929b49130d",
  "0xa1dabef33b3b82c7814b6d82a79e50f4ac44102b",
] as const;

test.each(OLD_CONTRACTS)("a Safe of version 1.3.0+L2 has the contracts of 1.3.0: %s", async (multiSend) => {
  const text = await bundleText((parts) => {
    parts.safeVersion = "1.3.0+L2";
    parts.snapshot.safe.version = "1.3.0+L2";
    parts.transaction.to = multiSend;
    parts.contracts.multiSendCallOnly = multiSend;
    parts.contracts.multiSendCallOnlyCodeHash =
      "0xa9865ac2d9c7a1591619b188c4d88167b50df6cc0c5327fcbd1c8c75f7c066ad";
  });
  expect(failedChecks(text)).toEqual([]);
});
