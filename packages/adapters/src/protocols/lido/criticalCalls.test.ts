import { describe, expect, it } from "vitest";
import { addressOf, DEVNET } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { LIDO_ID } from "./contracts.ts";
import { criticalCalls } from "./criticalCalls.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;

describe("what a second source must confirm of Lido", () => {
  it("is every balance, and which requests each account has", () => {
    const calls = criticalCalls({ deployment: FULL, accounts: [ACCOUNT, OTHER] });
    expect(calls.map(({ account, call }) => [account.address, call.subject])).toEqual([
      [ACCOUNT.address, "position:lido:wstETH"],
      [ACCOUNT.address, "position:lido:stETH"],
      [OTHER.address, "position:lido:wstETH"],
      [OTHER.address, "position:lido:stETH"],
      [ACCOUNT.address, "ticket:lido:all"],
      [OTHER.address, "ticket:lido:all"],
    ]);
    expect(calls.at(-1)?.call.to).toBe(addressOf("withdrawalQueue"));
  });

  it("is no request where the deployment has no queue", () => {
    const { wstETH } = FULL.venues[LIDO_ID] ?? {};
    const venues = { ...DEVNET.venues, [LIDO_ID]: wstETH === undefined ? {} : { wstETH } };
    const calls = criticalCalls({ deployment: { ...DEVNET, venues }, accounts: [ACCOUNT] });
    expect(calls.every(({ call }) => call.subject.startsWith("position:"))).toBe(true);
  });
});
