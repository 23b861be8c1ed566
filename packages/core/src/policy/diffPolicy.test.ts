import { describe, expect, it } from "vitest";
import { diffPolicy } from "./diffPolicy.ts";
import { EXAMPLE_POLICY_YAML } from "./examplePolicyYaml.ts";
import { parsePolicy } from "./parsePolicy.ts";
import type { Policy } from "./policy.ts";

function policy(text: string): Policy {
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}

const before = policy(EXAMPLE_POLICY_YAML);

describe("diffPolicy", () => {
  it("finds nothing between equal policies", () => {
    expect(diffPolicy(before, policy(EXAMPLE_POLICY_YAML))).toEqual([]);
  });

  it("shows changed fields in the units that people write", () => {
    const after = policy(
      EXAMPLE_POLICY_YAML.replace("version: 1", "version: 2")
        .replace("slippage: 0.3%", "slippage: 0.5%")
        .replace("payback: 30d", "payback: 45d")
        .replace("size: 50 ETH", "size: 62.5 ETH"),
    );
    expect(diffPolicy(before, after)).toEqual([
      { path: "version", before: "1", after: "2" },
      { path: "costs.slippage", before: "0.3%", after: "0.5%" },
      { path: "costs.payback", before: "30d", after: "45d" },
      { path: "guards.marketDepeg.size", before: "50 ETH", after: "62.5 ETH" },
    ]);
  });

  it("matches bands by position, so a new one in front changes no other", () => {
    const added = EXAMPLE_POLICY_YAML.replace(
      "universe:\n",
      "universe:\n  - position: aave:aWETH\n    min: 0%\n    target: 0%\n    max: 5%\n",
    );
    expect(diffPolicy(before, policy(added))).toEqual([
      { path: "universe[aave:aWETH].position", before: null, after: "aave:aWETH" },
      { path: "universe[aave:aWETH].min", before: null, after: "0%" },
      { path: "universe[aave:aWETH].target", before: null, after: "0%" },
      { path: "universe[aave:aWETH].max", before: null, after: "5%" },
    ]);
  });

  it("matches assets by name", () => {
    const after = policy(
      EXAMPLE_POLICY_YAML.replace("asset: stETH\n      max: 80%", "asset: stETH\n      max: 70%"),
    );
    expect(diffPolicy(before, after)).toEqual([
      { path: "caps.assets[stETH].max", before: "80%", after: "70%" },
    ]);
  });

  it("matches operators by address, and shows them with their checksum", () => {
    const after = policy(
      EXAMPLE_POLICY_YAML.replace(
        "max: 40%\n  assets:",
        'max: 35%\n    - operator: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65"\n      max: 10%\n  assets:',
      ),
    );
    const added = "caps.operators[0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65]";
    expect(diffPolicy(before, after)).toEqual([
      { path: "caps.operators[0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC].max", before: "40%", after: "35%" },
      { path: `${added}.operator`, before: null, after: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65" },
      { path: `${added}.max`, before: null, after: "10%" },
    ]);
  });

  it("shows a guard that was added or taken out", () => {
    const after = policy(EXAMPLE_POLICY_YAML.replace("  ticketStuck:\n    after: 50\n", ""));
    const change = { path: "guards.ticketStuck.after", before: "50", after: null };
    expect(diffPolicy(before, after)).toEqual([change]);
    expect(diffPolicy(after, before)).toEqual([{ ...change, before: null, after: "50" }]);
  });

  it("shows what was taken out", () => {
    const after = policy(EXAMPLE_POLICY_YAML.replace("      - weETH/ETH\n", ""));
    expect(diffPolicy(before, after)).toEqual([
      { path: "guards.staleOracle.feeds[weETH/ETH]", before: "weETH/ETH", after: null },
    ]);
  });
});
