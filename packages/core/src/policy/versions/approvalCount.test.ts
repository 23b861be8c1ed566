import { describe, expect, it } from "vitest";
import type { Address } from "../../chain/types.ts";
import {
  ANN,
  approved,
  BOB,
  CAT,
  checked,
  EVE,
  policyOf,
  published,
  type Row,
  START,
} from "../../testing/versionStore.ts";
import { approvalCount } from "./approvalCount.ts";
import { soundVersions } from "./soundVersions.ts";
import type { OwnerSet } from "./types.ts";

const open = published(policyOf(1n));
const twoOfThree: OwnerSet = { owners: [ANN, BOB, CAT], threshold: 2n };
const oneOfTwo: OwnerSet = { owners: [ANN, BOB], threshold: 1n };

function count(row: Row, owners: OwnerSet = twoOfThree) {
  const { sound } = soundVersions({ stored: [checked(row)], account: policyOf(1n).account });
  const version = sound[0];
  if (version === undefined) throw new Error("the row is not sound");
  return approvalCount(version, { ...owners, by: "threshold" });
}

const by =
  (owners: readonly Address[], notBefore = START) =>
  (row: Row) =>
    approved(row, { owners, notBefore });
const build = (...steps: readonly ((row: Row) => Row)[]) => steps.reduce((row, step) => step(row), open);

describe("approvals that count together", () => {
  type Case = readonly [
    name: string,
    row: Row,
    owners: OwnerSet,
    have: bigint,
    isEnough: boolean,
    notBefore: bigint | null,
  ];
  const cases: readonly Case[] = [
    ["none", open, twoOfThree, 0n, false, null],
    ["one owner", build(by([ANN])), twoOfThree, 1n, false, START],
    ["two owners", build(by([ANN, BOB])), twoOfThree, 2n, true, START],
    ["three owners", build(by([ANN, BOB, CAT])), twoOfThree, 3n, true, START],
    ["one owner three times", build(by([ANN]), by([ANN]), by([ANN])), twoOfThree, 1n, false, START],
    ["two owners with two times", build(by([ANN]), by([BOB], START + 1n)), twoOfThree, 1n, false, START],
    ["an owner and a stranger", build(by([ANN, EVE])), twoOfThree, 1n, false, START],
    ["only a stranger", build(by([EVE])), twoOfThree, 0n, false, null],
    [
      "two times, each enough: the earlier",
      build(by([ANN, BOB], START + 9n), by([BOB, CAT])),
      twoOfThree,
      2n,
      true,
      START,
    ],
    [
      "two times, the later enough",
      build(by([ANN]), by([BOB, CAT], START + 9n)),
      twoOfThree,
      2n,
      true,
      START + 9n,
    ],
    [
      "two times, none enough: the larger",
      build(by([ANN]), by([BOB, CAT], START + 9n)),
      { ...twoOfThree, threshold: 3n },
      2n,
      false,
      START + 9n,
    ],
    ["a threshold of none", build(by([ANN, BOB])), { ...twoOfThree, threshold: 0n }, 2n, false, START],
    ["no owners", build(by([ANN, BOB])), { owners: [], threshold: 1n }, 0n, false, null],
  ];
  it.each(cases)("%s", (_name, row, owners, have, isEnough, notBefore) => {
    expect(count(row, owners)).toMatchObject({
      have,
      isEnough,
      notBefore,
      need: owners.threshold,
      isAuthorAlone: false,
    });
  });
});

describe("the author", () => {
  it("alone is never enough, even where one owner is", () => {
    expect(count(build(by([ANN])), oneOfTwo)).toMatchObject({ isEnough: false, isAuthorAlone: true });
  });

  it("is not alone with another owner's approval for another time", () => {
    expect(count(build(by([ANN]), by([BOB], START + 5n)), oneOfTwo)).toMatchObject({
      isEnough: true,
      isAuthorAlone: false,
      notBefore: START + 5n,
    });
  });

  it("counts like any owner beside another", () => {
    expect(count(build(by([ANN, BOB])), oneOfTwo)).toMatchObject({ have: 2n, isEnough: true });
  });

  it("is not to blame while the threshold is not reached", () => {
    expect(count(build(by([ANN])))).toMatchObject({ isEnough: false, isAuthorAlone: false });
  });
});

describe("by one owner", () => {
  const alone = (row: Row) => {
    const { sound } = soundVersions({ stored: [checked(row)], account: policyOf(1n).account });
    if (sound[0] === undefined) throw new Error("the row is not sound");
    return approvalCount(sound[0], { ...twoOfThree, by: "one-owner" });
  };

  it.each([
    ["none is not enough", build(), { have: 0n, isEnough: false }],
    ["the author is", build(by([ANN])), { have: 1n, isEnough: true, isAuthorAlone: false, notBefore: START }],
    ["a stranger is not", build(by([EVE])), { have: 0n, isEnough: false }],
    ["the earliest counts", build(by([CAT], START + 9n), by([BOB])), { isEnough: true, notBefore: START }],
  ] as const)("%s", (_name, row, expected) => {
    expect(alone(row)).toMatchObject({ ...expected, need: 1n });
  });
});
