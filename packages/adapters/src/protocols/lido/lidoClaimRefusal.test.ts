import { describe, expect, it } from "vitest";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { type LidoClaimFacts, lidoClaimRefusal } from "./lidoClaimRefusal.ts";

const FACTS: LidoClaimFacts = { requestId: 7n, owner: ACCOUNT.address, isClaimed: false, lastFinalized: 7n };
const STRANGER = `0x${"99".repeat(20)}` as const;

describe("what Lido's queue would not pay", () => {
  it.each<[string, Partial<LidoClaimFacts>, string | undefined]>([
    ["pays the last that is finalised", {}, undefined],
    ["does not pay the next", { requestId: 8n }, "RequestNotFoundOrNotFinalized"],
    ["pays once", { isClaimed: true }, "RequestAlreadyClaimed"],
    ["pays the owner alone", { owner: STRANGER }, "NotOwner"],
    ["says first that it is early", { requestId: 8n, owner: STRANGER }, "RequestNotFoundOrNotFinalized"],
    [
      "knows the owner in any spelling",
      { owner: `0x${ACCOUNT.address.slice(2).toUpperCase()}` as const },
      undefined,
    ],
  ])("%s", (_name, change, error) => {
    expect(lidoClaimRefusal({ ...FACTS, ...change }, ACCOUNT.address)?.error).toBe(error);
  });

  it("names how far the queue is", () => {
    expect(lidoClaimRefusal({ ...FACTS, requestId: 9n }, ACCOUNT.address)?.text).toContain("up to 7");
  });
});
