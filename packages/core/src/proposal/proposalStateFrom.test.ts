import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hash32 } from "../chain/types.ts";
import { unixSeconds } from "../units/times.ts";
import type { ProposalEvent } from "./events.ts";
import { nextProposalState, type Transition } from "./nextProposalState.ts";
import { type ProposalFacts, proposalStateFrom } from "./proposalStateFrom.ts";
import type { ProposalState } from "./types.ts";

const own = `0x${"aa".repeat(32)}` as Hash32;
const other = `0x${"bb".repeat(32)}` as Hash32;
const DEADLINE = 1_790_000_000n;

const posted: ProposalFacts = {
  safeTxHash: own,
  nonce: 7n,
  isPosted: true,
  isDeleted: false,
  have: 0n,
  threshold: 2n,
  deadline: unixSeconds(DEADLINE),
  now: unixSeconds(DEADLINE - 100n),
  accountNonce: 5n,
  consumer: null,
};
const late = { now: unixSeconds(DEADLINE + 1n) };
const consumedBy = (safeTxHash: Hash32, { succeeded = true, isRejection = false } = {}) => ({
  accountNonce: 8n,
  consumer: { safeTxHash, succeeded, isRejection },
});

describe("proposalStateFrom", () => {
  const cases: readonly (readonly [string, Partial<ProposalFacts>, ProposalState])[] = [
    ["is a draft while no queue has it", { isPosted: false }, "draft"],
    ["is posted without a signature", {}, "posted"],
    ["is partly signed with one of two", { have: 1n }, "partly-signed"],
    ["is ready with two of two", { have: 2n }, "ready"],
    ["is ready with more than it needs", { have: 3n }, "ready"],
    [
      "is live when it was signed, whether or not the queue says so",
      { isPosted: false, have: 1n },
      "partly-signed",
    ],
    ["is not expired at its deadline", { now: unixSeconds(DEADLINE) }, "posted"],
    ["is expired one second later", late, "expired"],
    ["never expires without a deadline", { ...late, deadline: null }, "posted"],
    ["is expired even when it is fully signed", { ...late, have: 2n }, "expired"],
    ["is deleted when nobody signed", { isDeleted: true }, "deleted"],
    ["is deleted rather than expired", { ...late, isDeleted: true }, "deleted"],
    ["stays live when it was deleted after a signature", { isDeleted: true, have: 1n }, "partly-signed"],
    ["is executed", consumedBy(own), "executed"],
    ["is reverted", consumedBy(own, { succeeded: false }), "reverted"],
    ["is replaced by another transaction", consumedBy(other), "replaced"],
    ["is replaced by another transaction that failed", consumedBy(other, { succeeded: false }), "replaced"],
    ["is rejected by an empty transaction", consumedBy(other, { isRejection: true }), "rejected"],
    [
      "is executed, whatever the queue and the clock say",
      { ...late, ...consumedBy(own), isDeleted: true, isPosted: false },
      "executed",
    ],
    ["stays deleted when another uses its nonce", { ...consumedBy(other), isDeleted: true }, "deleted"],
    [
      "is replaced when it was deleted after a signature",
      { ...consumedBy(other), isDeleted: true, have: 1n },
      "replaced",
    ],
    ["does not mind who consumed an earlier nonce", { accountNonce: 7n }, "posted"],
  ];
  it.each(cases)("%s", (_name, changes, state) => {
    expect(proposalStateFrom({ ...posted, ...changes })).toEqual({ ok: true, state });
  });

  it("concludes nothing while the consumer of its nonce is unknown", () => {
    expect(proposalStateFrom({ ...posted, accountNonce: 8n })).toEqual({
      ok: false,
      missing: "nonce-consumer",
    });
  });
});

/** A small world: each step changes the facts and tells the event. Both must arrive at one state. */
type World = { readonly facts: ProposalFacts; readonly event: ProposalEvent | null };
type Step = (facts: ProposalFacts) => World;

const count = ({ have, threshold }: ProposalFacts) => ({ have, threshold });
const isOpen = ({ accountNonce, nonce, isDeleted }: ProposalFacts) => accountNonce <= nonce && !isDeleted;
const skip = (facts: ProposalFacts): World => ({ facts, event: null });
const whenUnused =
  (step: Step): Step =>
  (facts) =>
    facts.accountNonce <= facts.nonce ? step(facts) : skip(facts);
const whenOpen =
  (step: Step): Step =>
  (facts) =>
    isOpen(facts) ? step(facts) : skip(facts);

const steps: Record<string, Step> = {
  post: whenOpen((f) => ({ facts: { ...f, isPosted: true }, event: { kind: "posted" } })),
  sign: whenOpen((f) => {
    if (!f.isPosted) return skip(f);
    const facts = { ...f, have: f.have + 1n };
    return { facts, event: { kind: "signature-added", ...count(facts) } };
  }),
  raiseThreshold: whenOpen((f) => {
    if (!f.isPosted) return skip(f);
    const facts = { ...f, threshold: f.threshold + 1n };
    return { facts, event: { kind: "threshold-changed", ...count(facts) } };
  }),
  expire: whenOpen((f) => ({ facts: { ...f, ...late }, event: { kind: "deadline-passed" } })),
  fail: whenOpen((f) => (f.isPosted ? { facts: f, event: { kind: "attempt-failed" } } : skip(f))),
  delete: whenOpen((f) =>
    f.have === 0n ? { facts: { ...f, isDeleted: true }, event: { kind: "deleted", have: 0n } } : skip(f),
  ),
  execute: whenUnused((f) => ({ facts: { ...f, ...consumedBy(own) }, event: { kind: "execution-success" } })),
  revert: whenUnused((f) => ({
    facts: { ...f, ...consumedBy(own, { succeeded: false }) },
    event: { kind: "execution-failure" },
  })),
  reject: whenUnused((f) => ({
    facts: { ...f, ...consumedBy(other, { isRejection: true }) },
    event: { kind: "nonce-consumed-by-other", safeTxHash: other, isRejection: true },
  })),
  replace: whenUnused((f) => ({
    facts: { ...f, ...consumedBy(other) },
    event: { kind: "nonce-consumed-by-other", safeTxHash: other, isRejection: false },
  })),
  reorg: (f) =>
    f.accountNonce <= f.nonce || f.isDeleted
      ? skip(f)
      : {
          facts: { ...f, accountNonce: 7n, consumer: null, isPosted: true },
          event: { kind: "reorged", ...count(f), isExpired: f.now > DEADLINE },
        },
};

describe("events told one by one and facts read at once", () => {
  it("give the same state after any history", () => {
    const histories = fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 25 });
    fc.assert(
      fc.property(histories, (history) => {
        let facts: ProposalFacts = { ...posted, isPosted: false };
        let state: ProposalState = "draft";
        for (const name of history) {
          const world = (steps[name] ?? skip)(facts);
          facts = world.facts;
          const next: Transition =
            world.event === null ? { ok: true, state } : nextProposalState(state, world.event);
          if (!next.ok) throw next.error;
          state = next.state;
          expect(proposalStateFrom(facts)).toEqual({ ok: true, state });
        }
      }),
      { numRuns: 500 },
    );
  });
});
