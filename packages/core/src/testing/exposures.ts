import fc from "fast-check";
import type { Exposed } from "../exposure/lookThrough.ts";
import { CAUSE_KINDS, type CauseKind, type Dependent, type ExposureFact } from "../exposure/types.ts";
import type { PositionId, Wad } from "../units/brands.ts";
import { compareText } from "../units/compareText.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { eth } from "./world.ts";

/** Shares of a cause's kind by id, in per cent; what they leave is unknown unless told otherwise. */
export function factOf(
  of: Dependent,
  {
    kind,
    parts,
    rest = "unknown",
  }: { kind: CauseKind; parts: Readonly<Record<string, bigint>>; rest?: ExposureFact["rest"] },
): ExposureFact {
  const shares = Object.entries(parts).map(([id, percent]) => ({
    id,
    share: ((WAD_ONE * percent) / 100n) as Wad,
  }));
  return {
    of,
    kind,
    parts: shares.toSorted((a, b) => compareText(a.id, b.id)),
    rest,
    source: "a document",
    asOf: "2026-11-22",
  };
}

/** A position and its value in ether. */
export function exposedOf(position: string, value: string): Exposed {
  return { position: position as PositionId, value: eth(value) };
}

const ids = fc.constantFrom("a", "b", "c", "d");

/** Disjoint shares in odd numbers, so that something is always rounded. */
const parts = fc
  .uniqueArray(fc.record({ id: ids, share: fc.bigInt({ min: 1n, max: 10n ** 18n / 4n }) }), {
    selector: ({ id }) => id,
    maxLength: 4,
  })
  .map((list) =>
    list.map(({ id, share }) => ({ id, share: share as Wad })).toSorted((a, b) => compareText(a.id, b.id)),
  );

const whole = ids.map((id) => [{ id, share: WAD_ONE }]);

const dependents = fc.constantFrom<Dependent>(
  "protocol:lido",
  "protocol:etherfi",
  "form:eigenlayer:stETH",
  "operator:a",
  "operator:b",
  "operator:unknown",
);

/** Any statement, also one of an operator's operators, or of a protocol that depends on itself. */
export const facts: fc.Arbitrary<ExposureFact> = fc.record({
  of: dependents,
  kind: fc.constantFrom(...CAUSE_KINDS),
  parts: fc.oneof(parts, whole),
  rest: fc.constantFrom("unknown", "none"),
  source: fc.constant("a document"),
  asOf: fc.constant("2026-11-22"),
});

export const portfolios: fc.Arbitrary<readonly Exposed[]> = fc
  .record({
    positions: fc.subarray(["lido:wstETH", "etherfi:weETH", `eigenlayer:stETH@0x${"a1".repeat(20)}`]),
    values: fc.array(fc.bigInt({ min: 0n, max: 10n ** 24n }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ positions, values }) =>
    positions.map((position, index) => ({
      position: position as PositionId,
      value: (values[index] ?? 0n) as Exposed["value"],
    })),
  );
