import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RequestBelowMinimum } from "./RequestBelowMinimum.ts";
import { MAX_REQUEST, MIN_REQUEST } from "./requestLimits.ts";
import { splitRequests } from "./splitRequests.ts";

describe("splitRequests", () => {
  it.each([
    { what: "the least is one request", amount: MIN_REQUEST, requests: [MIN_REQUEST] },
    { what: "the most is one request", amount: MAX_REQUEST, requests: [MAX_REQUEST] },
    {
      what: "a wei more is two, of which the first lends what the second lacks",
      amount: MAX_REQUEST + 1n,
      requests: [MAX_REQUEST - 99n, 100n],
    },
    {
      what: "a rest that suffices stands alone",
      amount: 2n * MAX_REQUEST + 100n,
      requests: [MAX_REQUEST, MAX_REQUEST, 100n],
    },
    {
      what: "only one request lends",
      amount: 3n * MAX_REQUEST + 40n,
      requests: [MAX_REQUEST, MAX_REQUEST, MAX_REQUEST - 60n, 100n],
    },
  ])("$what", ({ amount, requests }) => {
    expect([...splitRequests(amount)].sort()).toEqual([...requests].sort());
  });

  it("adds up to the amount, within the limits, with as few requests as can be", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: MIN_REQUEST, max: 40n * MAX_REQUEST }), (amount) => {
        const requests = splitRequests(amount);
        expect(requests.reduce((sum, request) => sum + request, 0n)).toBe(amount);
        expect(requests.every((request) => request >= MIN_REQUEST && request <= MAX_REQUEST)).toBe(true);
        expect(BigInt(requests.length)).toBe((amount + MAX_REQUEST - 1n) / MAX_REQUEST);
      }),
    );
  });

  it.each([0n, 1n, 99n])("%s wei are too little, and it says what to do", (amount) => {
    expect(() => splitRequests(amount)).toThrow(RequestBelowMinimum);
    expect(() => splitRequests(amount)).toThrow(/is below 100 wei.*Leave it/);
  });
});
