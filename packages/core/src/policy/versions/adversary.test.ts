import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hash32 } from "../../chain/types.ts";
import { encodeCanonical } from "../../encoding/encodeCanonical.ts";
import {
  ANN,
  approved,
  BOB,
  CAT,
  DAY,
  EMPTY,
  EVE,
  input,
  policyOf,
  published,
  type Row,
  START,
  tightened,
} from "../../testing/versionStore.ts";
import { unixSeconds } from "../../units/times.ts";
import { judgePolicyVersions } from "./judgePolicyVersions.ts";
import type { KeeperMemory } from "./types.ts";

/**
 * Four versions that the owners approved, two tightenings of the last that its author alone approved, a loosening after them that one owner
 * signed, and one that nobody ever did.
 */
const v1 = approved(published(policyOf(1n)), { owners: [ANN, BOB], notBefore: START });
const v2 = approved(published(policyOf(2n), v1), { owners: [BOB, CAT], notBefore: START + DAY });
const v3 = approved(published(policyOf(3n), v2), { owners: [ANN, CAT], notBefore: START });
const v4 = approved(published(policyOf(4n), v3), { owners: [ANN, BOB, CAT], notBefore: START + 5n * DAY });
const v5 = approved(published(tightened(policyOf(4n)), v4), { owners: [ANN], notBefore: START + 6n * DAY });
const v6 = approved(published(tightened(policyOf(4n), { days: 2n, version: 6n }), v5), {
  owners: [ANN],
  notBefore: START + 6n * DAY,
});
const half = approved(published(policyOf(7n), v6), { owners: [BOB], notBefore: START });
const GENUINE = [v1, v2, v3, v4, v5, v6, half];
/** What may ever be in force. */
const MEANT = GENUINE.filter((row) => row !== half);
const TIGHTENINGS = [v5, v6].map(({ policyId }) => policyId);
const evil = published(policyOf(2n, 99n), v1);
const DOCUMENTS = [...GENUINE, evil]
  .map(({ document }) => document)
  .concat("null", "{}", encodeCanonical({ version: 9n }));

type Attack = (rows: readonly Row[]) => readonly Row[];
const which = fc.nat({ max: 8 });
const change =
  (at: number, edit: (row: Row) => Row): Attack =>
  (rows) =>
    rows.map((row, i) => (i === at ? edit(row) : row));

const attacks: fc.Arbitrary<Attack> = fc.oneof(
  which.map(
    (at): Attack =>
      (rows) =>
        rows.filter((_, i) => i !== at),
  ),
  which.map(
    (at): Attack =>
      (rows) => [...rows, ...rows.slice(at, at + 1)],
  ),
  fc
    .tuple(which, fc.constantFrom(...DOCUMENTS))
    .map(([at, document]) => change(at, (row) => ({ ...row, document }))),
  fc
    .tuple(which, fc.bigInt({ min: 0n, max: 9n }))
    .map(([at, version]) => change(at, (row) => ({ ...row, version }))),
  fc
    .tuple(which, fc.constantFrom(...GENUINE, evil))
    .map(([at, other]) => change(at, (row) => ({ ...row, previousHash: other.policyId }))),
  fc
    .tuple(which, fc.constantFrom(...GENUINE, evil))
    .map(([at, other]) => change(at, (row) => ({ ...row, policyId: other.policyId }))),
  fc
    .tuple(which, fc.constantFrom(...GENUINE))
    .map(([at, other]) => change(at, (row) => ({ ...row, approvals: other.approvals }))),
  which.map((at) => change(at, (row) => ({ ...row, approvals: [] }))),
  fc
    .tuple(which, fc.bigInt({ min: START - 9n * DAY, max: START + 9n * DAY }))
    .map(([at, notBefore]) =>
      change(at, (row) => ({ ...row, approvals: row.approvals.map((one) => ({ ...one, notBefore })) })),
    ),
  fc.bigInt({ min: 0n, max: START }).map(
    (notBefore): Attack =>
      (rows) => [
        ...rows,
        approved(approved(evil, { owners: [ANN, BOB, CAT], notBefore, by: EVE }), {
          owners: [EVE],
          notBefore,
        }),
      ],
  ),
);

/** A run judges dozens of rows; this many runs find each planted fault. */
const RUNS = { numRuns: 40 };

type Tick = { readonly attacks: readonly Attack[]; readonly after: bigint };
const ticks = fc.array(
  fc.record({ attacks: fc.array(attacks, { maxLength: 4 }), after: fc.bigInt({ min: 0n, max: 2n * DAY }) }),
  { minLength: 1, maxLength: 8 },
);

function run(history: readonly Tick[]) {
  let memory: KeeperMemory = EMPTY;
  let now = START;
  return history.map(({ attacks: done, after }) => {
    now += after;
    const rows = done.reduce<readonly Row[]>((stored, attack) => attack(stored), GENUINE);
    const before = memory;
    const judgement = judgePolicyVersions(input(rows, { memory, now: unixSeconds(now) }));
    memory = judgement.memory;
    return { now, before, judgement };
  });
}

describe("an adversary who rewrites the whole database before every tick", () => {
  it("never puts in force what its owners did not approve, nor a loosening that one of them did", () => {
    const genuine = new Set<Hash32>(MEANT.map(({ policyId }) => policyId));
    fc.assert(
      fc.property(ticks, (history) => {
        for (const { judgement } of run(history)) {
          if (judgement.inForce !== null) expect(genuine).toContain(judgement.inForce.policyId);
        }
      }),
      RUNS,
    );
  });

  it("never gets a lower version in force than one that was acted on, and never lowers the floor", () => {
    fc.assert(
      fc.property(ticks, (history) => {
        for (const { before, judgement } of run(history)) {
          const floor = before.floor?.version ?? 0n;
          expect((judgement.inForce?.version ?? floor) >= floor).toBe(true);
          expect((judgement.memory.floor?.version ?? 0n) >= floor).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("never shortens the delay after the first tick that saw enough approvals", () => {
    fc.assert(
      fc.property(ticks, (history) => {
        for (const { now, before, judgement } of run(history)) {
          const { inForce } = judgement;
          if (inForce === null || before.floor === null || inForce.version === before.floor.version) continue;
          if (TIGHTENINGS.includes(inForce.policyId)) continue;
          const seen = before.firstSeen[inForce.policyId];
          expect(seen !== undefined && seen + DAY <= now).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("always leaves a trace while nothing is in force", () => {
    fc.assert(
      fc.property(ticks, (history) => {
        for (const { judgement } of run(history)) {
          if (judgement.inForce === null)
            expect(judgement.problems.length + judgement.pending.length).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });
});

describe("without an adversary", () => {
  it("every approved version comes into force in its order, in time", () => {
    const calm = Array.from({ length: 16 }, () => ({ attacks: [], after: DAY / 2n }));
    const versions = run(calm).map(({ judgement }) => judgement.inForce?.version ?? 0n);
    expect(versions).toEqual(versions.toSorted((a, b) => Number(a - b)));
    expect(versions.at(-1)).toBe(6n);
  });
});
