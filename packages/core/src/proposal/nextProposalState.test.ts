import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hash32 } from "../chain/types.ts";
import { type ProposalEvent, TERMINAL } from "./events.ts";
import { nextProposalState } from "./nextProposalState.ts";
import { TransitionError } from "./transitionError.ts";
import type { ProposalState } from "./types.ts";

const other = `0x${"ff".repeat(32)}` as Hash32;
const EVENTS = {
  posted: { kind: "posted" },
  signed: { kind: "signature-added", have: 1n, threshold: 2n },
  signedFully: { kind: "signature-added", have: 2n, threshold: 2n },
  thresholdUp: { kind: "threshold-changed", have: 2n, threshold: 3n },
  ownersGone: { kind: "threshold-changed", have: 0n, threshold: 2n },
  late: { kind: "deadline-passed" },
  tried: { kind: "attempt-failed" },
  success: { kind: "execution-success" },
  failure: { kind: "execution-failure" },
  replaced: { kind: "nonce-consumed-by-other", safeTxHash: other, isRejection: false },
  rejected: { kind: "nonce-consumed-by-other", safeTxHash: other, isRejection: true },
  deleted: { kind: "deleted", have: 0n },
  deletedSigned: { kind: "deleted", have: 1n },
  reorged: { kind: "reorged", have: 1n, threshold: 2n, isExpired: false },
  reorgedLate: { kind: "reorged", have: 1n, threshold: 2n, isExpired: true },
} as const satisfies Record<string, ProposalEvent>;

type Name = keyof typeof EVENTS;
const no = "not-allowed";
const live = {
  success: "executed",
  failure: "reverted",
  replaced: "replaced",
  rejected: "rejected",
  late: "expired",
  reorged: no,
  reorgedLate: no,
  deletedSigned: "signed",
} as const;
const ended = {
  posted: no,
  signed: no,
  signedFully: no,
  thresholdUp: no,
  ownersGone: no,
  late: no,
  tried: no,
  success: no,
  failure: no,
  replaced: no,
  rejected: no,
  deleted: no,
  deletedSigned: no,
  reorged: "partly-signed",
  reorgedLate: "expired",
} as const;
const bySignatures = {
  signed: "partly-signed",
  signedFully: "ready",
  thresholdUp: "partly-signed",
  ownersGone: "posted",
} as const;

/** Every state × every event: the state that follows, or the code of the refusal. */
const TABLE: Record<ProposalState, Record<Name, ProposalState | TransitionError["code"]>> = {
  draft: {
    ...live,
    posted: "posted",
    signed: no,
    signedFully: no,
    thresholdUp: no,
    ownersGone: no,
    tried: no,
    deleted: "deleted",
  },
  posted: { ...live, ...bySignatures, posted: "posted", tried: "posted", deleted: "deleted" },
  "partly-signed": {
    ...live,
    ...bySignatures,
    posted: "partly-signed",
    tried: "partly-signed",
    deleted: "signed",
  },
  ready: { ...live, ...bySignatures, posted: "ready", tried: "ready", deleted: "signed" },
  expired: {
    ...live,
    posted: "expired",
    signed: "expired",
    signedFully: "expired",
    thresholdUp: "expired",
    ownersGone: "expired",
    tried: "expired",
    deleted: "deleted",
  },
  executed: { ...ended, success: "executed" },
  reverted: { ...ended, failure: "reverted" },
  replaced: { ...ended, replaced: "replaced" },
  rejected: { ...ended, rejected: "rejected" },
  deleted: {
    ...ended,
    success: "executed",
    failure: "reverted",
    replaced: "deleted",
    rejected: "deleted",
    deleted: "deleted",
    deletedSigned: "deleted",
    reorged: no,
    reorgedLate: no,
  },
};

const cases = Object.entries(TABLE).flatMap(([state, row]) =>
  Object.entries(row).map(([name, result]) => ({
    state: state as ProposalState,
    name: name as Name,
    result,
  })),
);

describe("nextProposalState", () => {
  it.each(cases)("$state and $name: $result", ({ state, name, result }) => {
    const next = nextProposalState(state, EVENTS[name]);
    expect(next.ok ? next.state : next.error.code).toBe(result);
  });

  it("covers every state and every kind of event", () => {
    const kinds = new Set(Object.values(EVENTS).map(({ kind }) => kind));
    expect(kinds.size).toBe(10);
    expect(cases.length).toBe(10 * Object.keys(EVENTS).length);
  });

  it.each([
    ["a signature that adds nothing", { kind: "signature-added", have: 0n, threshold: 2n }],
    ["a threshold of none", { kind: "threshold-changed", have: 0n, threshold: 0n }],
    ["a negative count", { kind: "threshold-changed", have: -1n, threshold: 2n }],
  ] as const)("refuses %s", (_name, event) => {
    const next = nextProposalState("posted", event);
    expect(next.ok ? null : next.error).toBeInstanceOf(TransitionError);
    expect(next.ok ? null : next.error.code).toBe("bad-count");
  });

  it("refuses a count that cannot be when the chain takes an execution back", () => {
    const next = nextProposalState("executed", {
      kind: "reorged",
      have: 1n,
      threshold: 0n,
      isExpired: false,
    });
    expect(next.ok ? null : next.error.code).toBe("bad-count");
  });

  it("names the state, the event and what to do in a refusal", () => {
    const next = nextProposalState("ready", { kind: "deleted", have: 2n });
    expect(next.ok ? null : next.error).toMatchObject({ state: "ready", event: "deleted", code: "signed" });
    expect(next.ok ? "" : next.error.message).toMatch(/Reject it on chain/);
  });

  const events = fc.constantFrom(...Object.values(EVENTS));
  it("never leaves an end except by a reorganisation, or by the execution of what was deleted", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TERMINAL), events, (state, event) => {
        const next = nextProposalState(state, event);
        if (!next.ok || next.state === state) return;
        expect(state === "deleted" ? next.state : event.kind).toMatch(/^(executed|reverted|reorged)$/);
      }),
    );
  });

  it("takes every event twice as once", () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(TABLE) as ProposalState[])), events, (state, event) => {
        fc.pre(event.kind !== "reorged");
        const once = nextProposalState(state, event);
        if (once.ok) expect(nextProposalState(once.state, event)).toEqual(once);
      }),
    );
  });
});
