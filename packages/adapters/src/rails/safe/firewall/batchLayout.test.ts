import { describe, expect, it } from "vitest";
import { ETHER, exitWstEth, planOf } from "../testing/sampleBatch.ts";
import {
  claimOf,
  etherFiRequest,
  lidoRequest,
  QUEUE,
  TICKETS,
  UNDELEGATION,
  WITHDRAWAL_PLAN,
} from "../testing/sampleWithdrawals.ts";
import { batchLayout } from "./batchLayout.ts";

const EXIT = exitWstEth(ETHER, ETHER);
const places = (parts: readonly { readonly index: bigint; readonly count: bigint }[]) =>
  parts.map(({ index, count }) => [index, count]);

describe("batchLayout", () => {
  it("begins behind the deadline check, with nothing for a plan of nothing", () => {
    expect(batchLayout(planOf([]))).toEqual({ claims: [], actions: [], requests: [], total: 1n });
  });

  it("puts claims first, one call for each venue, then trades of two calls, then requests", () => {
    const { claims, actions, requests, total } = batchLayout({ ...WITHDRAWAL_PLAN, actions: [EXIT, EXIT] });
    expect(claims.map(({ venue }) => venue)).toEqual(["eigenlayer", "etherfi", "lido"]);
    expect(places(claims)).toEqual([
      [1n, 1n],
      [2n, 1n],
      [3n, 1n],
    ]);
    expect(places(actions)).toEqual([
      [4n, 2n],
      [6n, 2n],
    ]);
    expect(places(requests)).toEqual([
      [8n, 1n],
      [9n, 3n],
      [12n, 2n],
    ]);
    expect(total).toBe(14n);
  });

  it("orders venues by name, whatever the order of the claims", () => {
    const claims = TICKETS.map(claimOf).toReversed();
    const layout = batchLayout({ ...planOf([]), claims });
    expect(layout.claims.map(({ venue }) => venue)).toEqual(["eigenlayer", "etherfi", "lido"]);
    expect(layout.claims.flatMap((part) => part.claims)).toHaveLength(claims.length);
  });

  it.each([
    ["a queue", QUEUE, 1n],
    ["an undelegation", UNDELEGATION, 1n],
    ["one ticket of ether.fi", etherFiRequest(1n), 2n],
    ["three tickets of ether.fi", etherFiRequest(1n, 2n, 3n), 4n],
    ["three tickets of Lido", lidoRequest(1n, 2n, 3n), 2n],
  ])("counts the calls of %s", (_, request, count) => {
    expect(batchLayout({ ...planOf([]), requests: [request] }).total).toBe(1n + count);
  });
});
