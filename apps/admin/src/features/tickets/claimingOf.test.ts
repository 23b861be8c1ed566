import { describe, expect, test } from "vitest";
import { claimingOf } from "./claimingOf.ts";

const row = (safeTxHash: string, state = "posted") => ({ safeTxHash, nonce: 7n, state });

const claiming = (given: { open?: [string, string[]][]; made?: string[]; rows: object[] }) =>
  claimingOf(
    {
      openWork: {
        proposals: (given.open ?? []).map(([safeTxHash, claims]) => ({ safeTxHash, claims })),
      },
      decision:
        given.made === undefined
          ? null
          : {
              outcome: { kind: "propose", plan: { claims: given.made.map((ticket) => ({ ticket })) } },
            },
      tick: { safeTxHash: given.made === undefined ? null : "0xnew" },
    } as unknown as Parameters<typeof claimingOf>[0],
    given.rows as unknown as Parameters<typeof claimingOf>[1],
  ).map(({ safeTxHash, state, claims }) => `${safeTxHash} ${state}: ${claims.join(",")}`);

describe("who claims a ticket", () => {
  test("what was open before the decision, in the state that it has now", () => {
    expect(claiming({ open: [["0xa", ["lido:1"]]], rows: [row("0xa", "ready")] })).toEqual([
      "0xa ready: lido:1",
    ]);
  });

  test("what the decision itself proposed", () => {
    expect(claiming({ made: ["lido:2"], rows: [row("0xnew")] })).toEqual(["0xnew posted: lido:2"]);
  });

  test.each(["expired", "executed", "rejected"])("nothing that is %s", (state) => {
    expect(claiming({ open: [["0xa", ["lido:1"]]], rows: [row("0xa", state)] })).toEqual([]);
  });
});
