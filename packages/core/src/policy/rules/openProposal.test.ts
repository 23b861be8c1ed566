import { describe, expect, test } from "vitest";
import type { OpenProposal } from "../../decision/openWork.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { proposalOf } from "../../testing/moves.ts";
import { CALM, contextOf } from "../../testing/world.ts";
import { openProposal } from "./openProposal.ts";

const live = ["draft", "posted", "partly-signed", "ready"] as const;
const gone = ["expired", "executed", "reverted", "replaced", "rejected", "deleted"] as const;

function judged(proposals: readonly OpenProposal[]) {
  return contextOf({ ...CALM, openWork: { proposals } });
}

describe("openProposal", () => {
  test("an empty lane is free", () => {
    expect(codes(openProposal, judged([]))).toEqual({ account: "lane-free" });
  });

  test.each(live)("a proposal that is %s holds the lane", (state) => {
    const found = findingWith(openProposal, {
      context: judged([proposalOf({ state })]),
      code: "proposal-open",
    });
    expect(found).toMatchObject({ measured: { unit: "count", value: 7n }, effect: { kind: "hold" } });
  });

  test.each(gone)("a proposal that is %s does not", (state) => {
    expect(codes(openProposal, judged([proposalOf({ state })]))).toEqual({ account: "lane-free" });
  });

  test.each(["rebalance", "emergency-exit", "rejection"] as const)("a %s is ours", (kind) => {
    expect(codes(openProposal, judged([proposalOf({ kind })]))).toEqual({ "plan:nonce 7": "proposal-open" });
  });

  test("work of others is told and holds nothing", () => {
    const context = judged([
      proposalOf({ kind: "foreign", nonce: 9n }),
      proposalOf({ kind: "foreign", nonce: 8n }),
    ]);
    expect(openProposal.evaluate(context).map((found) => found.measured?.value)).toEqual([8n, 9n]);
    expect(openProposal.evaluate(context).every((found) => found.effect.kind === "none")).toBe(true);
  });
});
