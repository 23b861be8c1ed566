import { describe, expect, it } from "vitest";
import { input, policyOf, published } from "../../testing/versionStore.ts";
import { replaces } from "./replaces.ts";
import { soundVersions } from "./soundVersions.ts";

const v1 = published(policyOf(1n));
const v2 = published(policyOf(2n), v1);
const v3 = published(policyOf(3n), v2);

describe("a link", () => {
  const { sound } = soundVersions(input([v1, v2, v3]));
  const [one, two, three] = sound;
  if (one === undefined || two === undefined || three === undefined) throw new Error("three versions");

  it.each([
    ["the first replaces nothing", one, null, true],
    ["the second replaces the first", two, one, true],
    ["the second is not the first", two, null, false],
    ["the third does not replace the first", three, one, false],
    ["none replaces itself", two, two, false],
    ["none replaces its successor", one, two, false],
    ["a number alone is no link", { ...two, previousHash: three.policyId }, one, false],
    ["a hash alone is no link", { ...two, version: 3n }, one, false],
  ] as const)("%s", (_name, version, replaced, isLink) => {
    expect(replaces(version, replaced)).toBe(isLink);
  });
});
