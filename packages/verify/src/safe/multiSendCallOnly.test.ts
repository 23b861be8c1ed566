import { expect, test } from "vitest";
import { MULTI_SEND_CALL_ONLY } from "./multiSendCallOnly.ts";

const pins = Object.entries(MULTI_SEND_CALL_ONLY);

test.each(pins)(
  "the pin of Safe %s is in the form in which it is compared: lower case",
  (_, { addresses, codeHash }) => {
    for (const address of addresses) expect(address).toMatch(/^0x[0-9a-f]{40}$/);
    expect(codeHash).toMatch(/^0x[0-9a-f]{64}$/);
  },
);

test("no address is pinned for two versions", () => {
  const all = pins.flatMap(([, { addresses }]) => addresses);
  expect(new Set(all).size).toBe(all.length);
});
