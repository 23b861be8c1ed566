import { ticketId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { addressOf, DEVNET } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { criticalCalls } from "./criticalCalls.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;
const openTickets = [
  { account: OTHER.address, ticket: ticketId("etherfi:17") },
  { account: OTHER.address, ticket: ticketId("lido:18") },
];

describe("what a second source must confirm of ether.fi", () => {
  it("is every balance, and all that is asked about an open request", () => {
    const calls = criticalCalls({ deployment: FULL, accounts: [ACCOUNT, OTHER], openTickets });
    expect(calls.map(({ account, call }) => [account.address, call.subject])).toEqual([
      [ACCOUNT.address, "position:etherfi:weETH"],
      [OTHER.address, "position:etherfi:weETH"],
      ...Array.from({ length: 3 }, () => [OTHER.address, "ticket:etherfi:17"]),
    ]);
    expect(calls.at(-1)?.call.to).toBe(addressOf("withdrawRequestNFT"));
  });

  it("is no request where the deployment has no NFT", () => {
    const { weETH } = FULL.venues[ETHERFI_ID] ?? {};
    const venues = { ...DEVNET.venues, [ETHERFI_ID]: weETH === undefined ? {} : { weETH } };
    const calls = criticalCalls({ deployment: { ...DEVNET, venues }, accounts: [OTHER], openTickets });
    expect(calls.map(({ call }) => call.subject)).toEqual(["position:etherfi:weETH"]);
  });
});
