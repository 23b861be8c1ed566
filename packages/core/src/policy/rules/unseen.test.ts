import { expect, test } from "vitest";
import type { PositionId } from "../../units/brands.ts";
import { unseen } from "./unseen.ts";

const found = { rule: "a-guard", code: "not-seen", subject: { kind: "account" }, evidence: [] } as const;

test("what could not be seen is unknown and freezes entries where it reaches", () => {
  const positions = ["lido:wstETH" as PositionId];
  expect(unseen({ ...found, positions })).toEqual({
    ...found,
    level: "unknown",
    measured: null,
    limit: null,
    effect: { kind: "freeze-entries", positions },
  });
});

test("where it reaches nothing, nothing is frozen", () => {
  expect(unseen({ ...found, positions: [] })).toMatchObject({ level: "unknown", effect: { kind: "none" } });
});
