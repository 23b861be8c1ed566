import { describe, expect, it } from "vitest";
import { EXAMPLE_POLICY_YAML } from "./examplePolicyYaml.ts";
import { parsePolicy } from "./parsePolicy.ts";
import { possibleExposure } from "./possibleExposure.ts";

const start = EXAMPLE_POLICY_YAML.replace(/ {2}operators:\n[\s\S]*(?=liquidity:)/, "");

function shares(edits: readonly (readonly [string, string])[] = []) {
  const parsed = parsePolicy(
    edits.reduce((yaml, [from, to]) => {
      if (yaml.split(from).length !== 2) throw new Error(`${from} is not there once`);
      return yaml.replace(from, to);
    }, start),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return Object.fromEntries(
    possibleExposure(parsed.policy).map(({ kind, id, share }) => [`${kind} ${id}`, share]),
  );
}

describe("the largest exposure that a policy lets entries reach", () => {
  it("is the maximum of the band, and for a venue its cap; idle money is none", () => {
    expect(shares()).toEqual({
      "position etherfi:weETH": 6_000n,
      "position lido:wstETH": 7_000n,
      "venue etherfi": 6_000n,
      "venue lido": 7_000n,
    });
  });

  it("is no more than the venue's cap", () => {
    expect(shares([["venue: etherfi\n      max: 60%", "venue: etherfi\n      max: 45%"]])).toMatchObject({
      "position etherfi:weETH": 4_500n,
      "venue etherfi": 4_500n,
    });
  });

  it("is no more than what the minima of all else leave", () => {
    expect(shares([["min: 20%\n    target: 50%", "min: 50%\n    target: 50%"]])).toMatchObject({
      "position etherfi:weETH": 4_500n,
      "position lido:wstETH": 7_000n,
    });
  });

  it("of a venue is no more than its positions have together", () => {
    expect(
      shares([
        ["    - venue: lido\n      max: 70%\n", ""],
        ["universe:\n", "universe:\n  - position: lido:stETH\n    min: 0%\n    target: 0%\n    max: 3%\n"],
      ]),
    ).toMatchObject({
      "position lido:stETH": 300n,
      "venue lido": 7_300n,
    });
  });
});
