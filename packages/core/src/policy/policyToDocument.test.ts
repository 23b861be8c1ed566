import { describe, expect, it } from "vitest";
import { EXAMPLE_POLICY_YAML } from "./examplePolicyYaml.ts";
import { parsePolicy, parsePolicyDocument } from "./parsePolicy.ts";
import type { Policy } from "./policy.ts";
import { policyToDocument } from "./policyToDocument.ts";

function example(): Policy {
  const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}

describe("policyToDocument", () => {
  it("writes every value as people type it", () => {
    expect(policyToDocument(example())).toMatchObject({
      account: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
      chainId: "31337",
      looseningDelay: "1d",
      costs: { slippage: "0.3%", minimumNetGain: "0.2 ETH" },
      batch: { maxGas: "3000000" },
    });
  });

  it("writes nothing but text, so that a form can hold it", () => {
    const leaves = (value: unknown): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];
    expect(new Set(leaves(policyToDocument(example())).map((leaf) => typeof leaf))).toEqual(
      new Set(["string"]),
    );
  });

  it("is what parsePolicyDocument reads back", () => {
    expect(parsePolicyDocument(policyToDocument(example()))).toEqual({ ok: true, policy: example() });
  });

  it("does not write what is no policy", () => {
    const broken = { ...example(), version: "1" as unknown as bigint };
    expect(() => policyToDocument(broken)).toThrow();
    expect(() => policyToDocument({ ...example(), extra: 1n } as Policy)).toThrow();
  });
});
