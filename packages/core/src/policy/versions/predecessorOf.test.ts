import { expect, test } from "vitest";
import { input, policyOf, published } from "../../testing/versionStore.ts";
import { predecessorOf } from "./predecessorOf.ts";
import { soundVersions } from "./soundVersions.ts";

const v1 = published(policyOf(1n));
const v2 = published(policyOf(2n), v1);
const v3 = published(policyOf(3n), v2);

test("it is the one that the version names, and never one that only has its number", () => {
  const { sound } = soundVersions(input([v1, v2, published(policyOf(2n, 77n), v1), v3]));
  const [one, two, other, three] = sound;
  if (one === undefined || two === undefined || other === undefined || three === undefined)
    throw new Error("four");
  expect(predecessorOf(one, sound)).toBe(null);
  expect(predecessorOf(two, sound)).toBe(one);
  expect(predecessorOf(three, sound)).toBe(two);
  expect(predecessorOf(three, [one, other, three])).toBe(null);
});
