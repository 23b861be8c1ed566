import { EXAMPLE_POLICY_YAML, type Policy, parsePolicy } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { readText } from "./documentPath.ts";
import { draftFromPreset, draftOf, editField, editYaml, issuesAt } from "./draft.ts";

function example(): Policy {
  const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
  if (!parsed.ok) throw new Error("the example policy is no policy");
  return parsed.policy;
}

const start = draftOf(example());

describe("a draft in form and YAML", () => {
  test("a field typed in the form shows in the YAML", () => {
    const draft = editField(start, { path: "costs.slippage", value: "0.4%" });
    expect(draft.yaml).toContain("slippage: 0.4%");
    expect(draft).toMatchObject({ issues: [], ahead: null });
  });

  test("a line typed in the YAML shows in the form", () => {
    const draft = editYaml(start, start.yaml.replace("cooldown: 10m", "cooldown: 20m"));
    expect(readText(draft.document, "pace.cooldown")).toBe("20m");
    expect(draft.policy?.pace.cooldown).toBe(1200n);
  });

  test("a wrong field is told by path, value and limit, and the YAML keeps the last draft that could be read", () => {
    const draft = editField(start, { path: "universe[0].max", value: "140%" });
    expect(draft).toMatchObject({ policy: null, ahead: "form", yaml: start.yaml });
    expect(issuesAt(draft.issues, "universe[0].max")[0]?.message).toContain("140%");
  });

  test("a field that only contradicts another is told too", () => {
    const draft = editField(start, { path: "universe[0].target", value: "70%" });
    expect(draft.issues.map(({ path }) => path)).toContain("universe[0].target");
  });

  test("broken YAML keeps the form as it was", () => {
    const draft = editYaml(start, "universe: [");
    expect(draft).toMatchObject({ policy: null, ahead: "yaml", document: start.document });
    expect(draft.issues.length).toBeGreaterThan(0);
  });

  test("a field that the schema does not know is named", () => {
    const draft = editYaml(start, `${start.yaml}slipage: 1%\n`);
    expect(draft.issues[0]?.message).toContain("slipage");
  });

  test("putting it right brings both back in step", () => {
    const wrong = editField(start, { path: "costs.slippage", value: "much" });
    const right = editField(wrong, { path: "costs.slippage", value: "0.5%" });
    expect(right).toMatchObject({ issues: [], ahead: null });
    expect(right.yaml).toContain("slippage: 0.5%");
  });

  test("a guard and the caps of operators can be left out and set again", () => {
    const without = editField(editField(start, { path: "guards.tvlDrop", value: undefined }), {
      path: "caps.operators",
      value: undefined,
    });
    expect(without).toMatchObject({ issues: [], ahead: null });
    expect(without.yaml).not.toContain("tvlDrop");
    const cap = { operator: `0x${"1".repeat(40)}`, max: "30%" };
    const again = editField(
      editField(without, { path: "guards.tvlDrop", value: { threshold: "20%", response: "notify" } }),
      {
        path: "caps.operators[0]",
        value: cap,
      },
    );
    expect(again).toMatchObject({ issues: [], ahead: null });
    expect(again.policy?.caps.operators).toHaveLength(1);
  });
});

test("a preset begins a draft for the same account and proposer, with its reasons in the YAML", () => {
  const draft = draftFromPreset("conservative", example());
  const { account, proposer } = example();
  expect(draft.policy).toMatchObject({ account, proposer, version: 1n, mode: "observe" });
  expect(draft.yaml).toContain("payback: 21d # ");
  expect(draft).toMatchObject({ issues: [], ahead: null });
});
