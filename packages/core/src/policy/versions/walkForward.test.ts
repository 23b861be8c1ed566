import { describe, expect, it } from "vitest";
import type { Hash32 } from "../../chain/types.ts";
import {
  ANN,
  approved,
  BOB,
  CAT,
  DAY,
  input,
  policyOf,
  published,
  type Row,
  START,
} from "../../testing/versionStore.ts";
import { unixSeconds } from "../../units/times.ts";
import { soundVersions } from "./soundVersions.ts";
import { walkForward } from "./walkForward.ts";

const owners = [ANN, BOB];
const v1 = approved(published(policyOf(1n)), { owners, notBefore: START });
const next = (
  policy: Parameters<typeof published>[0],
  { previous, notBefore }: { previous: Row; notBefore: bigint },
) => approved(published(policy, previous), { owners, notBefore });
const v2 = next(policyOf(2n), { previous: v1, notBefore: START });
const v3 = next(policyOf(3n), { previous: v2, notBefore: START });

/** Walks at a time when everything that was seen at the start has waited long enough. */
function walk(rows: readonly Row[], { from = v1, days = 3n }: { from?: Row; days?: bigint } = {}) {
  const seen = Object.fromEntries(rows.map(({ policyId }) => [policyId, unixSeconds(START)]));
  const memory = {
    floor: { version: from.version, policyHash: from.policyId },
    firstSeen: seen as Record<Hash32, ReturnType<typeof unixSeconds>>,
  };
  const given = input(rows, { memory, now: unixSeconds(START + days * DAY) });
  const { sound } = soundVersions(given);
  const start = sound.find(({ policyId }) => policyId === from.policyId) ?? null;
  const { inForce, next: waiting } = walkForward({ input: given, sound, start });
  return { inForce: inForce?.policyId ?? null, waiting: waiting.map(({ version }) => version.policyId) };
}

describe("walking from the version last acted on", () => {
  it("stays where nothing follows", () => {
    expect(walk([v1])).toEqual({ inForce: v1.policyId, waiting: [] });
  });

  it("follows every link whose time has come, in whatever order the rows stand", () => {
    expect(walk([v3, v2, v1])).toEqual({ inForce: v3.policyId, waiting: [] });
  });

  it("stops before the link whose time has not come, and names it", () => {
    const later = next(policyOf(3n), { previous: v2, notBefore: START + 9n * DAY });
    expect(walk([v1, v2, later])).toEqual({ inForce: v2.policyId, waiting: [later.policyId] });
  });

  it("does not jump over a missing link", () => {
    expect(walk([v1, v3])).toEqual({ inForce: v1.policyId, waiting: [] });
  });

  it("never walks back", () => {
    expect(walk([v1, v2, v3], { from: v3 }).inForce).toBe(v3.policyId);
  });

  it("of two that are both approved takes the one whose time came first", () => {
    const early = next(policyOf(2n, 71n), { previous: v1, notBefore: START + DAY + 1n });
    const late = next(policyOf(2n, 72n), { previous: v1, notBefore: START + DAY + 2n });
    expect(walk([v1, late, early]).inForce).toBe(early.policyId);
    expect(walk([v1, early, late]).inForce).toBe(early.policyId);
  });

  it("of two whose time came together takes the same one on every machine", () => {
    const one = next(policyOf(2n, 71n), { previous: v1, notBefore: START });
    const two = next(policyOf(2n, 72n), { previous: v1, notBefore: START });
    const first = one.policyId < two.policyId ? one : two;
    expect(walk([v1, one, two]).inForce).toBe(first.policyId);
    expect(walk([v1, two, one]).inForce).toBe(first.policyId);
  });

  it("leaves the branch that was not taken where it is", () => {
    const other = approved(published(policyOf(2n, 73n), v1), { owners: [CAT], notBefore: START });
    const onOther = next(policyOf(3n, 74n), { previous: other, notBefore: START });
    expect(walk([v1, v2, other, onOther])).toEqual({ inForce: v2.policyId, waiting: [] });
  });
});
