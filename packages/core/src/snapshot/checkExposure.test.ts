import { describe, expect, test } from "vitest";
import type { ExposureFact } from "../exposure/types.ts";
import { factOf } from "../testing/exposures.ts";
import { CALM, snapshotOf } from "../testing/world.ts";
import type { Wad } from "../units/brands.ts";
import { buildSnapshot } from "./buildSnapshot.ts";
import { checkExposure } from "./checkExposure.ts";
import { InvariantError } from "./invariantError.ts";

const sound = factOf("protocol:lido", { kind: "operator", parts: { a: 60n, b: 40n } });

describe("checkExposure", () => {
  test("disjoint shares of at most the whole are sound, and so is nothing", () => {
    expect(() => checkExposure(sound)).not.toThrow();
    expect(() => checkExposure({ ...sound, parts: [] })).not.toThrow();
  });

  const share = (id: string, value: bigint) => ({ id, share: value as Wad });
  test.each<readonly [string, Partial<ExposureFact>, RegExp]>([
    ["a share of nothing", { parts: [share("a", 0n)] }, /above 0/],
    ["more than the whole", { parts: [...sound.parts, share("c", 1n)] }, /at most 1000000000000000000/],
    ["one cause twice", { parts: [share("a", 1n), share("a", 2n)] }, /each cause once/],
    ["no source", { source: "" }, /a source and its day/],
    ["no day", { asOf: "last week" }, /a source and its day/],
  ])("%s is a defect", (_name, changes, limit) => {
    const check = () => checkExposure({ ...sound, ...changes });
    expect(check).toThrow(InvariantError);
    expect(check).toThrow(limit);
  });
});

describe("a snapshot's exposures", () => {
  const { schema: _schema, ...calm } = snapshotOf(CALM);
  const readings = { ...calm, safe: null };
  const other = factOf("protocol:etherfi", { kind: "oracle", parts: { committee: 100n } });

  test("are sorted, checked, and absent where nothing was stated", () => {
    expect(buildSnapshot({ ...readings, exposures: [sound, other] }).exposures).toEqual([other, sound]);
    expect(buildSnapshot(readings)).not.toHaveProperty("exposures");
    expect(() => buildSnapshot({ ...readings, exposures: [sound, sound] })).toThrow(/read twice/);
    expect(() => buildSnapshot({ ...readings, exposures: [{ ...sound, asOf: "" }] })).toThrow(InvariantError);
  });
});
