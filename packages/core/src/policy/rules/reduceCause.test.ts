import { describe, expect, test } from "vitest";
import { exposedOf } from "../../exposure/exposedOf.ts";
import { lookThrough } from "../../exposure/lookThrough.ts";
import type { ExposureFact } from "../../exposure/types.ts";
import { factOf } from "../../testing/exposures.ts";
import { CALM, eth, snapshotOf } from "../../testing/world.ts";
import { reduceCause } from "./reduceCause.ts";

const snapshot = snapshotOf(CALM);
const { positions } = snapshot;

function reduced(facts: readonly ExposureFact[], excess: string) {
  const through = lookThrough(exposedOf(snapshot), facts);
  const weight = (eth(excess) as bigint) * through.scale;
  return reduceCause(through, { cause: "operator:a", excess: weight, positions });
}

describe("reduceCause", () => {
  test("the position that the cause reaches most of gives the excess", () => {
    const facts = ["lido", "etherfi"].map((venue) =>
      factOf(`protocol:${venue}`, { kind: "operator", parts: { a: 100n } }),
    );
    expect(reduced(facts, "30")).toEqual({
      kind: "reduce-to",
      position: "lido:wstETH",
      target: eth("470"),
      urgent: false,
    });
  });

  test("one that depends on it in part gives more, by as much: 30 of a quarter are 120", () => {
    const facts = [factOf("protocol:etherfi", { kind: "operator", parts: { a: 25n } })];
    expect(reduced(facts, "30")).toMatchObject({ position: "etherfi:weETH", target: eth("280") });
    expect(reduced(facts, "300")).toMatchObject({ target: 0n });
  });

  test("where nothing is reached nothing gives", () => {
    expect(reduced([], "1")).toEqual({ kind: "none" });
  });
});
