import { describe, expect, test } from "vitest";
import type { Address } from "../chain/types.ts";
import { CALM, snapshotOf } from "../testing/world.ts";
import { SAFE_FIELDS, safeFigures } from "./safeFigures.ts";
import type { SafeState } from "./types.ts";

const OTHER = `0x${"0b".repeat(20)}` as Address;
const { safe } = snapshotOf(CALM);
if (safe === null) throw new Error("the calm world has a Safe");
const calm: SafeState = { ...safe, owners: [...safe.owners, OTHER] };

function changedBy(changes: Partial<SafeState>): string[] {
  const before = safeFigures(calm);
  return safeFigures({ ...calm, ...changes })
    .filter(({ value }, index) => value !== before[index]?.value)
    .map(({ field }) => field);
}

describe("safeFigures", () => {
  test("are one for each part, addresses and the threshold as they are", () => {
    const figures = safeFigures(calm);
    expect(figures.map(({ field }) => field)).toEqual([...SAFE_FIELDS]);
    expect(figures[1]?.value).toBe(2n);
    expect(figures[5]?.value).toBe(BigInt(calm.singleton));
  });

  test.each<readonly [string, Partial<SafeState>, readonly string[]]>([
    ["an owner more", { owners: [...calm.owners, calm.guard] }, ["owners"]],
    ["an owner exchanged", { owners: [calm.owners[0] ?? OTHER, calm.guard] }, ["owners"]],
    ["the owners in another order", { owners: calm.owners.toReversed() }, []],
    ["the threshold", { threshold: 1n }, ["threshold"]],
    ["a first module", { modules: [OTHER] }, ["modules"]],
    ["the guard", { guard: OTHER }, ["guard"]],
    ["the fallback handler", { fallbackHandler: OTHER }, ["fallback-handler"]],
    ["the singleton", { singleton: OTHER }, ["singleton"]],
    ["the nonce alone", { nonce: 99n }, []],
  ])("%s changes that part and no other", (_name, changes, fields) => {
    expect(changedBy(changes)).toEqual(fields);
  });
});
