import { describe, expect, it } from "vitest";
import { EXAMPLE_POLICY_YAML } from "../examplePolicyYaml.ts";
import { parsePolicy } from "../parsePolicy.ts";
import { policyToDocument } from "../policyToDocument.ts";
import { policyFields } from "./policyFields.ts";

function paths(value: unknown, path = ""): readonly string[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item: unknown) => paths(item, `${path}[]`))];
  if (typeof value !== "object" || value === null) return [path];
  const own = path === "" || path.endsWith("[]") ? [] : [path];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, item]) => paths(item, path === "" ? key : `${path}.${key}`)),
  ];
}

describe("policyFields", () => {
  it("names every field of a complete policy, once, in its order", () => {
    const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
    const written = parsed.ok ? [...new Set(paths(policyToDocument(parsed.policy)))] : [];
    expect(policyFields().map(({ path }) => path)).toEqual(written);
  });

  it("gives every field a title, a description of a sentence, and an example unless it holds others", () => {
    for (const { path, kind, title, description, example } of policyFields()) {
      expect(title, path).not.toBe("");
      expect(description, path).toMatch(/^.{12,}[.]$/);
      expect(example !== "", path).toBe(kind !== "group" && kind !== "list");
    }
  });

  it("says of every field and list which change tightens, and why in one sentence", () => {
    for (const { path, kind, tightens, because } of policyFields()) {
      if (kind !== "group") expect(tightens, path).not.toBe(null);
      if (tightens !== null) expect(because, path).toMatch(/^[A-Za-z].{12,}[^.][.]$/);
    }
  });

  it.each([
    ["costs.emergencySlippage", "never"],
    ["guards.sourceSilent.quorum", "never"],
    ["costs.minimumNetGain", "up"],
    ["caps.protocols", "adding"],
    ["guards.tvlDrop.response", "stronger"],
    ["universe[].max", "depends"],
    ["version", "neutral"],
  ])("%s tightens %s", (path, tightens) => {
    expect(policyFields().find((field) => field.path === path)).toMatchObject({ tightens });
  });

  it.each([
    ["mode", "choice", "observe"],
    ["guards.staleOracle.grace", "duration", "0s"],
    ["guards.sourceSilent.quorum", "integer", "2"],
    ["costs.slippage", "percent", null],
    ["guards.window", "duration", "1d"],
    ["guards.tvlDrop", "group", null],
    ["guards.tvlDrop.threshold", "percent", "20%"],
    ["guards.rateGrowth.response", "choice", "freeze-entries"],
    ["guards.exitQueue.limit", "amount", "172800 ETH"],
    ["guards.ticketStuck.after", "integer", "50"],
    ["caps.operators", "list", null],
    ["caps.operators[].operator", "address", null],
    ["caps.assets[].asset", "asset", null],
    ["caps.venueShare", "percent", null],
  ])("%s is a %s and, left out, is %s", (path, kind, orElse) => {
    expect(policyFields().find((field) => field.path === path)).toMatchObject({ kind, orElse });
  });

  it("says what may be left out as a whole, and not what only has a default", () => {
    const optional = policyFields()
      .filter(({ isOptional }) => isOptional)
      .map(({ path }) => path);
    expect(optional).toEqual([
      "caps.operators",
      "caps.assets",
      "caps.assets[].treasury",
      "caps.venueShare",
      "caps.exitLiquidityShare",
      "caps.sharedCauses",
      "caps.sharedCauses[].account",
      "caps.sharedCauses[].treasury",
      "costs.gasShareOfGain",
      "costs.worstLossPerBatch",
      "pace.turnoverPerDay",
      "guards.window",
      "guards.backingLoss",
      "guards.operatorSlashed",
      "guards.operatorAllocations",
      "guards.venuePaused",
      "guards.contractChanged",
      "guards.tvlDrop",
      "guards.rateGrowth",
      "guards.exitQueue",
      "guards.ticketLoss",
      "guards.ticketStuck",
      "guards.largeOutflow",
      "guards.exitLiquidityFalling",
      "guards.netYieldLow",
      "guards.netYieldLow.benchmark",
      "guards.oracleDiverging",
      "guards.priceDrawdown",
      "guards.correlatedSlashing",
      "guards.safeChanged",
    ]);
  });

  it("lists the words of a choice", () => {
    const response = policyFields().find(({ path }) => path === "guards.marketDepeg.response");
    expect(response?.options).toEqual(["notify", "freeze-entries", "exit"]);
  });
});
