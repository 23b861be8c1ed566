import { describe, expect, test } from "vitest";
import type { Flag } from "../../snapshot/types.ts";
import { codes, findingWith, withSnapshot } from "../../testing/judge.ts";
import type { VenueId } from "../../units/brands.ts";
import { venueFlag } from "./venueFlag.ts";

function flag(stops: Flag["stops"], code = "paused"): Flag {
  return { venue: "lido" as VenueId, code, stops, source: { kind: "header", field: code } };
}

describe("venueFlag", () => {
  test("without statements nothing is said", () => {
    expect(venueFlag.evaluate(withSnapshot({}))).toEqual([]);
  });

  test("a stop of entries freezes the venue's positions", () => {
    const context = withSnapshot({ flags: [flag("entries")] });
    expect(findingWith(venueFlag, { context, code: "entries-stopped" })).toMatchObject({
      level: "warning",
      subject: { kind: "venue", id: "lido" },
      effect: { kind: "freeze-entries", positions: ["lido:wstETH"] },
    });
  });

  test("a stop of exits keeps rebalances from leaving", () => {
    const context = withSnapshot({ flags: [flag("exits")] });
    expect(findingWith(venueFlag, { context, code: "exits-stopped" }).effect).toEqual({
      kind: "freeze-exits",
      positions: ["lido:wstETH"],
    });
  });

  test("a full stop is two findings", () => {
    const found = venueFlag.evaluate(withSnapshot({ flags: [flag("both")] }));
    expect(found.map((each) => each.code)).toEqual(["entries-stopped", "exits-stopped"]);
  });

  test("a statement that stops nothing is only told", () => {
    expect(codes(venueFlag, withSnapshot({ flags: [flag("none", "fee-change")] }))).toEqual({
      "venue:lido": "venue-says",
    });
  });

  test("two statements that stop the same are one finding with both as evidence", () => {
    const context = withSnapshot({ flags: [flag("entries", "paused"), flag("both", "capped")] });
    const found = findingWith(venueFlag, { context, code: "entries-stopped" });
    expect(found.evidence).toEqual([
      { kind: "header", field: "capped" },
      { kind: "header", field: "paused" },
    ]);
  });
});
