import { type Claim, type ClaimOrder, positionId, ticketId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../../ActionRefused.ts";
import { addressOf, ETH } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { encodeComplete } from "./calls/encodeComplete.ts";
import { EIGENLAYER_ID } from "./contracts.ts";
import { encodeClaims } from "./encodeClaims.ts";
import { EL_DEPLOYMENT, OPERATOR, STETH_TOKEN } from "./testing/eigenlayerDeployment.ts";
import { queued, WITHDRAWAL } from "./testing/eigenlayerView.ts";
import { readEigenlayer } from "./testing/readEigenlayer.ts";
import { ticketIdOf } from "./ticketIdOf.ts";

const BASE = { account: ACCOUNT, deployment: EL_DEPLOYMENT };
const OTHER = { ...WITHDRAWAL, nonce: 4n };

const claimOf = (withdrawal: typeof WITHDRAWAL, change: Partial<Claim> = {}): Claim => ({
  ticket: ticketIdOf(withdrawal),
  position: positionId(`eigenlayer:stETH@${OPERATOR}`),
  venue: EIGENLAYER_ID,
  receive: [],
  order: { kind: "eigenlayer-withdrawal", withdrawal, tokens: [STETH_TOKEN] },
  ...change,
});

describe("claims on EigenLayer", () => {
  it("are one call for all of them, as tokens, in their order", () => {
    expect(encodeClaims({ ...BASE, claims: [claimOf(OTHER), claimOf(WITHDRAWAL)] })).toEqual(
      encodeComplete({ ...BASE, withdrawals: [OTHER, WITHDRAWAL], receiveAs: "tokens" }),
    );
  });

  it("take what a ticket's reading says, without a change", async () => {
    const list = queued({ withdrawal: WITHDRAWAL, shares: [36n * ETH] });
    const { reading } = await readEigenlayer({
      block: 700n,
      changes: [["delegationManager", "getQueuedWithdrawals(address)", list]],
    });
    const [ticket] = reading.accounts[0]?.tickets ?? [];
    if (ticket === undefined) throw new Error("no ticket was read");
    const { ticket: id, position, venue, claim: order } = ticket;
    const claims = [{ ticket: id, position, venue, receive: [], order }];
    expect(encodeClaims({ ...BASE, claims })).toEqual(
      encodeClaims({ ...BASE, claims: [claimOf(WITHDRAWAL)] }),
    );
  });

  const order = (change: object) =>
    ({
      kind: "eigenlayer-withdrawal",
      withdrawal: WITHDRAWAL,
      tokens: [STETH_TOKEN],
      ...change,
    }) as ClaimOrder;

  it.each<[string, readonly Claim[], RegExp]>([
    ["none", [], /at least one withdrawal/],
    ["one twice", [claimOf(WITHDRAWAL), claimOf(WITHDRAWAL)], /each once/],
    [
      "another venue's order",
      [claimOf(WITHDRAWAL, { order: { kind: "etherfi-request", requestId: 1n } })],
      /order.kind/,
    ],
    [
      "a withdrawal that is not the ticket's",
      [claimOf(WITHDRAWAL, { order: order({ withdrawal: OTHER }) })],
      /the withdrawal of ticket/,
    ],
    [
      "a ticket that is not the withdrawal's",
      [claimOf(WITHDRAWAL, { ticket: ticketId("eigenlayer:0x00") })],
      /the withdrawal of ticket/,
    ],
    [
      "another token (OnlyUnderlyingToken)",
      [claimOf(WITHDRAWAL, { order: order({ tokens: [addressOf("weETH")] }) })],
      /order.tokens/,
    ],
    [
      "no token (InputArrayLengthMismatch)",
      [claimOf(WITHDRAWAL, { order: order({ tokens: [] }) })],
      /order.tokens/,
    ],
    [
      "a token too many",
      [claimOf(WITHDRAWAL, { order: order({ tokens: [STETH_TOKEN, STETH_TOKEN] }) })],
      /order.tokens/,
    ],
  ])("are refused for %s", (_name, claims, text) => {
    expect(() => encodeClaims({ ...BASE, claims })).toThrow(ActionRefused);
    expect(() => encodeClaims({ ...BASE, claims })).toThrow(text);
  });

  it.each([
    ["one wei of scaled shares", { scaledShares: [40n * ETH + 1n] }],
    ["its nonce", { nonce: 5n }],
    ["its operator", { delegatedTo: STETH_TOKEN }],
  ])("are refused when a withdrawal differs from its ticket in %s", (_name, change) => {
    const changed = { ...WITHDRAWAL, ...change };
    const claim = claimOf(WITHDRAWAL, { order: order({ withdrawal: changed }) });
    expect(() => encodeClaims({ ...BASE, claims: [claim] })).toThrow(/order.withdrawal/);
  });
});
