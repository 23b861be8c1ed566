import { describe, expect, test } from "vitest";
import { factOf } from "../testing/exposures.ts";
import type { BaseUnits, PositionId, Wad } from "../units/brands.ts";
import { apportion } from "./apportion.ts";
import { lookThrough } from "./lookThrough.ts";

const WEETH = "etherfi:weETH" as PositionId;
const third = 333_333_333_333_333_333n as Wad;

function rows(value: bigint, parts: Record<string, bigint>) {
  const fact = {
    ...factOf("protocol:etherfi", { kind: "operator", parts: {} }),
    parts: Object.entries(parts).map(([id, share]) => ({ id, share: share as Wad })),
  };
  return apportion(lookThrough([{ position: WEETH, value: value as BaseUnits }], [fact]), "operator").map(
    (row) => [row.causes.join("+"), row.value],
  );
}

describe("apportion", () => {
  test.each([
    {
      name: "what divides is divided",
      value: 8n,
      parts: { a: 5n * 10n ** 17n, b: 25n * 10n ** 16n },
      expected: [
        ["operator:a", 4n],
        ["operator:b", 2n],
        ["operator:unknown", 2n],
      ],
    },
    {
      name: "what is lacking goes to the largest remainders, the first by name among equals",
      value: 2n,
      parts: { a: third, b: third },
      expected: [
        ["operator:a", 1n],
        ["operator:b", 0n],
        ["operator:unknown", 1n],
      ],
    },
    { name: "nothing has no parts", value: 0n, parts: { a: third }, expected: [] },
  ])("$name", ({ value, parts, expected }) => {
    expect(rows(value, parts)).toEqual(expected);
  });

  test("one part that several causes of a kind reach at once is one row", () => {
    const facts = ["agent", "council"].map((id) =>
      factOf("protocol:etherfi", { kind: "admin-key", parts: { [id]: 100n } }),
    );
    const through = lookThrough([{ position: WEETH, value: 9n as BaseUnits }], facts);
    expect(apportion(through, "admin-key")).toEqual([
      { causes: ["admin-key:agent", "admin-key:council"], value: 9n },
    ]);
  });
});
