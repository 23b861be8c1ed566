import { describe, expect, it } from "vitest";
import { policyFields } from "./document/policyFields.ts";
import { policyReference } from "./policyReference.ts";
import { presetFigures } from "./presets/presetFigures.ts";

const lines = policyReference().split("\n");

describe("the reference page", () => {
  it.each(policyFields().filter(({ kind }) => kind !== "group"))(
    "has one line for $path",
    ({ path, because, description }) => {
      const own = lines.filter((line) => line.startsWith(`| \`${path}\` | **`));
      expect(own).toHaveLength(1);
      expect(own[0]).toContain(because);
      expect(own[0]).toContain(description.replaceAll("<", "&lt;"));
    },
  );

  it("has every figure of the presets with its reason", () => {
    for (const { path, values, because } of presetFigures)
      expect(lines).toContain(`| \`${path}\` | ${values.join(" | ")} | ${because} |`);
  });

  it("says what holds when something is left out, and what a choice is chosen from", () => {
    const line = lines.find((each) => each.startsWith("| `guards.tvlDrop.response`"));
    expect(line).toContain("`notify`, `freeze-entries`, `exit`; left out, `notify` | a later choice");
  });
});
