import { describe, expect, test } from "vitest";
import { approvalGroup, nextNotBefore } from "./approvalGroup.ts";

const OWNERS = ["a", "b", "c"];
const row = (owner: string, notBefore: bigint, valid = true) => ({ owner, notBefore, valid });

describe("approvals that count together", () => {
  test.each([
    ["none are none", [], { owners: [], notBefore: null }],
    ["two for one time are two", [row("a", 5n), row("b", 5n)], { owners: ["a", "b"], notBefore: 5n }],
    [
      "two for two times do not add up; the earlier one counts",
      [row("a", 9n), row("b", 5n)],
      { owners: ["b"], notBefore: 5n },
    ],
    [
      "the larger group counts",
      [row("a", 5n), row("b", 9n), row("c", 9n)],
      { owners: ["b", "c"], notBefore: 9n },
    ],
    ["one owner twice counts once", [row("a", 5n), row("a", 5n)], { owners: ["a"], notBefore: 5n }],
    ["somebody who is no owner does not count", [row("x", 5n)], { owners: [], notBefore: null }],
    ["a signature that does not hold does not count", [row("a", 5n, false)], { owners: [], notBefore: null }],
  ])("%s", (_name, rows, group) => {
    expect(approvalGroup(rows, OWNERS)).toEqual(group);
  });

  test.each([
    ["the first owner signs the delay from now on", { owners: [], notBefore: null }, 5000n, false, 5000n],
    ["a short delay leaves two minutes to sign", { owners: [], notBefore: null }, 160n, false, 220n],
    ["the next one signs the same time", { owners: ["a"], notBefore: 150n }, 5000n, false, 150n],
    ["once that time has passed a new one begins", { owners: ["a"], notBefore: 100n }, 5000n, false, 5000n],
    ["a first policy may take effect at once", { owners: [], notBefore: null }, 100n, true, 100n],
    [
      "and its time is signed by all, even when it has passed",
      { owners: ["a"], notBefore: 50n },
      100n,
      true,
      50n,
    ],
  ])("%s", (_name, group, earliest, isFirst, time) => {
    expect(nextNotBefore({ group, earliest, now: 100n, isFirst })).toBe(time);
  });
});
