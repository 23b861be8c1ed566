import { describe, expect, it } from "vitest";
import { DEVNET } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { criticalCalls } from "./criticalCalls.ts";
import { EL, EL_DEPLOYMENT } from "./testing/eigenlayerDeployment.ts";
import { readEigenlayer } from "./testing/readEigenlayer.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;
const SELECTORS = {
  delegatedTo: "0x65da1264",
  getWithdrawableShares: "0xc978f7ac",
  getQueuedWithdrawals: "0x5dd68579",
};

describe("what a second source must confirm", () => {
  it("is operator, shares and queued withdrawals of each account, account by account", () => {
    const calls = criticalCalls({ deployment: EL_DEPLOYMENT, accounts: [ACCOUNT, OTHER] });
    expect(calls.map(({ account, call }) => [account.address, call.subject, call.data.slice(0, 10)])).toEqual(
      [ACCOUNT, OTHER].flatMap(({ address }) => [
        [address, "position:eigenlayer:stETH", SELECTORS.delegatedTo],
        [address, "position:eigenlayer:stETH", SELECTORS.getWithdrawableShares],
        [address, "venue:eigenlayer", SELECTORS.getQueuedWithdrawals],
      ]),
    );
    expect(calls.every(({ call }) => call.to === EL.delegationManager)).toBe(true);
  });

  it("is part of what is read anyway, so it travels once", async () => {
    const { sent } = await readEigenlayer();
    const first = JSON.stringify(sent[0]);
    for (const { call } of criticalCalls({ deployment: EL_DEPLOYMENT, accounts: [ACCOUNT] }))
      expect(first).toContain(call.data.slice(2));
  });

  it("is nothing where the deployment leaves EigenLayer out", () => {
    expect(criticalCalls({ deployment: DEVNET, accounts: [ACCOUNT] }).length % 3).toBe(0);
    expect(criticalCalls({ deployment: { ...DEVNET, venues: {} }, accounts: [ACCOUNT] })).toEqual([]);
  });
});
