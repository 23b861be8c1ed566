import { expect, test } from "vitest";
import { exposedOf } from "../../exposure/exposedOf.ts";
import { lookThrough } from "../../exposure/lookThrough.ts";
import { factOf } from "../../testing/exposures.ts";
import { CALM, snapshotOf } from "../../testing/world.ts";
import { causeEvidence, reachedPositions } from "./causeEvidence.ts";

const exposures = [
  factOf("protocol:lido", { kind: "oracle", parts: { committee: 100n } }),
  factOf("protocol:etherfi", { kind: "oracle", parts: { other: 100n } }),
];
const snapshot = { ...snapshotOf(CALM), exposures };
const through = lookThrough(exposedOf(snapshot), exposures);

test("the positions that a cause reaches, and the statements that say so", () => {
  const causes = ["oracle:committee" as const];
  expect(reachedPositions(through, causes)).toEqual(["lido:wstETH"]);
  expect(causeEvidence(snapshot, { through, causes })).toEqual([
    snapshot.positions.find(({ position }) => position === "lido:wstETH")?.source,
    { kind: "document", document: "a document", asOf: "2026-11-22" },
  ]);
});

test("what is not known is stated nowhere", () => {
  const causes = ["operator:unknown" as const];
  expect(reachedPositions(through, causes)).toEqual(["etherfi:weETH", "lido:wstETH"]);
  expect(causeEvidence(snapshot, { through, causes }).map(({ kind }) => kind)).toEqual(["call", "call"]);
});
