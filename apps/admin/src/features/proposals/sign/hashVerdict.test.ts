import { describe, expect, test } from "vitest";
import { type HashSource, hashVerdict, isSameHash } from "./hashVerdict.ts";

const A = `0x${"a".repeat(64)}`;
const B = `0x${"b".repeat(64)}`;

const source = (id: HashSource["id"], value: string | null, unavailable = ""): HashSource => ({
  id,
  label: id,
  value,
  unavailable,
});

const kind = (...sources: HashSource[]) => hashVerdict(sources).kind;

describe("the sources of one hash", () => {
  test.each([
    ["all the same agree", [source("browser", A), source("stored", A), source("wallet", A)], "agree"],
    ["one that is still asked keeps it open", [source("browser", A), source("wallet", null)], "checking"],
    [
      "one that can't be asked leaves it unconfirmed",
      [source("browser", A), source("stored", A), source("wallet", null, "no wallet")],
      "unconfirmed",
    ],
    [
      "a stored hash of another transaction differs",
      [source("browser", A), source("stored", B), source("wallet", A)],
      "differs",
    ],
    [
      "a wallet that says another hash differs",
      [source("browser", A), source("stored", A), source("wallet", B)],
      "differs",
    ],
    [
      "a difference shows although another source can't be asked",
      [source("browser", A), source("stored", B), source("wallet", null, "x")],
      "differs",
    ],
    [
      "a difference shows although another source is still asked",
      [source("browser", A), source("stored", B), source("wallet", null)],
      "differs",
    ],
    [
      "without the browser's own there is nothing to compare",
      [source("browser", null, "no data"), source("stored", A)],
      "checking",
    ],
    ["no source at all is no agreement", [], "checking"],
  ] as const)("%s", (_name, sources, verdict) => {
    expect(kind(...sources)).toBe(verdict);
  });

  test("what is missing is named", () => {
    const verdict = hashVerdict([source("browser", A), source("wallet", null, "wrong chain")]);
    expect(verdict).toMatchObject({
      kind: "unconfirmed",
      hash: A,
      missing: [{ id: "wallet", unavailable: "wrong chain" }],
    });
  });
});

describe("a hash typed by an owner", () => {
  test.each([
    ["the full hash fits", A, true],
    ["without 0x it fits", A.slice(2), true],
    ["upper case in groups fits", (A.slice(2).match(/.{4}/g) ?? []).join(" ").toUpperCase(), true],
    ["its beginning does not fit", A.slice(0, 20), false],
    ["another hash does not fit", B, false],
    ["nothing does not fit", "", false],
  ])("%s", (_name, typed, fits) => {
    expect(isSameHash(typed, A)).toBe(fits);
  });
});
