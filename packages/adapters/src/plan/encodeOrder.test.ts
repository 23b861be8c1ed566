import {
  assetId,
  type Claim,
  type InnerCall,
  type Plan,
  positionId,
  rawAmount,
  ticketId,
  venueId,
  type WithdrawalRequest,
} from "@ballast/core";
import { stringToHex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { VenueAdapter } from "../adapter.ts";
import { adapters } from "../registry.ts";
import { DEVNET } from "../testing/devnetView.ts";
import { ACCOUNT } from "../testing/fakeReader.ts";
import { ENTER, EXIT } from "../testing/sampleAction.ts";
import { encodeActions } from "./encodeActions.ts";

/** Venues whose calls only say what they are: which calls a venue makes is for its own tests. */
const speaking = (adapter: VenueAdapter): VenueAdapter => ({
  ...adapter,
  encode: () => [says(`${adapter.id} trades`)],
  encodeClaims: ({ claims }) => [says(`${adapter.id} pays ${claims.map(({ ticket }) => ticket).join(" ")}`)],
  encodeRequest: () => [says(`${adapter.id} is approved`), says(`${adapter.id} is asked`)],
});

// They take the real ones' places in the list, which other test files use after this one.
const list = adapters as VenueAdapter[];
const real = [...list];
beforeAll(() => void list.splice(0, list.length, ...real.map(speaking)));
afterAll(() => void list.splice(0, list.length, ...real));

function says(text: string): InnerCall {
  return { to: DEVNET.multicall, value: 0n, data: stringToHex(text) };
}

const claim = (venue: string, id: bigint): Claim => ({
  ticket: ticketId(`${venue}:${id}`),
  position: positionId(`${venue}:token`),
  venue: venueId(venue),
  receive: [],
  order: { kind: "etherfi-request", requestId: id },
});

const request = (venue: string): WithdrawalRequest => ({
  position: positionId(`${venue}:token`),
  venue: venueId(venue),
  spend: { asset: assetId("token"), amount: rawAmount(1n) },
  expected: { asset: assetId("ETH"), amount: rawAmount(1n) },
  delay: null,
  order: { kind: "lido-queue", amounts: [rawAmount(1n)] },
  limitedBy: "band",
});

type Parts = Pick<Plan, "claims" | "actions" | "requests">;
const encoded = (parts: Partial<Parts>) =>
  encodeActions(
    { claims: [], actions: [], requests: [], ...parts, account: ACCOUNT } as Parts as Plan,
    DEVNET,
  );

describe("the calls of a plan", () => {
  it("are claims, then trades, then requests; one call of claims for each venue, venues ascending", () => {
    const calls = encoded({
      claims: [claim("lido", 12n), claim("etherfi", 9n), claim("lido", 4n)],
      actions: [EXIT, ENTER],
      requests: [request("lido"), request("etherfi")],
    });
    expect(calls).toEqual(
      [
        "etherfi pays etherfi:9",
        "lido pays lido:12 lido:4",
        "lido trades",
        "etherfi trades",
        "lido is approved",
        "lido is asked",
        "etherfi is approved",
        "etherfi is asked",
      ].map(says),
    );
  });

  it("are none for a plan of nothing", () => expect(encoded({})).toEqual([]));

  it.each<[string, Partial<Parts>]>([
    ["a claim", { claims: [claim("kelp", 1n)] }],
    ["a trade", { actions: [{ ...EXIT, venue: venueId("kelp") }] }],
    ["a request", { requests: [request("kelp")] }],
  ])("cannot be made for %s on a venue that nobody knows", (_, parts) => {
    expect(() => encoded(parts)).toThrow(/kelp.*one of .*etherfi, idle, lido/);
  });
});
