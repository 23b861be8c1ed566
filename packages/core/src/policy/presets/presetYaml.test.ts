import { describe, expect, it } from "vitest";
import { comparePolicies } from "../compare/comparePolicies.ts";
import { policyFields } from "../document/policyFields.ts";
import { parsePolicy } from "../parsePolicy.ts";
import type { Policy } from "../policy.ts";
import { PolicyPresetError } from "./policyPresetError.ts";
import { PRESET_NAMES, presetFigures } from "./presetFigures.ts";
import { presetListReasons } from "./presetLists.ts";
import { presetYaml } from "./presetYaml.ts";

const WHOSE = {
  account: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  chainId: 1n,
  proposer: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
};

function policyOf(name: (typeof PRESET_NAMES)[number]): Policy {
  const parsed = parsePolicy(presetYaml(name, WHOSE));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}

describe("a preset", () => {
  it.each(PRESET_NAMES)("%s is a sound first policy for the account", (name) => {
    expect(policyOf(name)).toMatchObject({
      version: 1n,
      mode: "observe",
      account: { address: WHOSE.account.toLowerCase(), chainId: 1n },
      proposer: WHOSE.proposer.toLowerCase(),
    });
  });

  it("says why beside every figure", () => {
    const text = presetYaml("balanced", WHOSE);
    for (const { path, values, because } of presetFigures)
      expect(text).toContain(`${path.slice(path.lastIndexOf(".") + 1)}: ${values[1]} # ${because}`);
    for (const because of Object.values(presetListReasons)) expect(text).toContain(`# ${because}`);
  });

  it("has a reason for every field that must be there and is not the account's own or a list's", () => {
    const reasoned = new Set(presetFigures.map(({ path }) => path));
    const optional = policyFields().filter(({ isOptional }) => isOptional);
    const isLeftOut = (path: string) =>
      optional.some((each) => path === each.path || path.startsWith(`${each.path}.`));
    const left = policyFields()
      .filter(({ path }) => !isLeftOut(path))
      .filter(
        ({ path, kind }) =>
          kind !== "group" && kind !== "list" && !path.includes("[]") && !reasoned.has(path),
      )
      .map(({ path }) => path);
    expect(left).toEqual(["schema", "account", "chainId", "baseAsset", "version", "proposer"]);
  });

  it("is looser from one to the next, where a figure has an order at all", () => {
    const [conservative, balanced, active] = PRESET_NAMES.map(policyOf);
    if (conservative === undefined || balanced === undefined || active === undefined)
      throw new Error("three");
    for (const [one, next] of [
      [conservative, balanced],
      [balanced, active],
    ] as const) {
      const { verdict, changes } = comparePolicies(one, next);
      expect(verdict).toBe("looser");
      expect(changes.filter((change) => change.verdict === "tighter").map(({ path }) => path)).toEqual([]);
    }
  });

  it("is refused for a proposer that cannot be one", () => {
    expect(() => presetYaml("active", { ...WHOSE, proposer: WHOSE.account })).toThrow(PolicyPresetError);
    expect(() => presetYaml("active", { ...WHOSE, account: "0x12" })).toThrow(/account is/);
  });
});
