import { describe, expect, it } from "vitest";
import { decodeCanonical } from "../encoding/decodeCanonical.ts";
import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import { checkPolicy } from "./checkPolicy.ts";
import { EXAMPLE_POLICY_YAML } from "./examplePolicyYaml.ts";
import { parsePolicy } from "./parsePolicy.ts";
import type { Policy } from "./policy.ts";

function example(): Policy {
  const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}

describe("checkPolicy", () => {
  it("takes a policy that went through storage", () => {
    expect(checkPolicy(decodeCanonical(encodeCanonical(example())))).toEqual({ ok: true, policy: example() });
  });

  const { looseningDelay: _left, ...withoutDelay } = example();
  it.each([
    ["nothing", null],
    ["a text", "policy"],
    ["a list", [example()]],
    ["a record without an account", { schema: "ballast/policy/1" }],
    ["an account that is a text", { ...example(), account: "0x" }],
    ["another rail", { ...example(), account: { ...example().account, rail: "bitcoin" } }],
    ["an unknown field", { ...example(), leverage: 3n }],
    ["an unknown field inside", { ...example(), pace: { ...example().pace, leverage: 3n } }],
    ["an unknown field of the account", { ...example(), account: { ...example().account, name: "x" } }],
    ["a second chain id beside the account's", { ...example(), chainId: 1n }],
    ["a missing field", withoutDelay],
    ["a number where a bigint belongs", { ...example(), version: 1 }],
    ["a text where a bigint belongs", { ...example(), version: "1" }],
    ["a negative duration", { ...example(), looseningDelay: -1n }],
    ["a negative amount", { ...example(), pace: { ...example().pace, minimumTrade: -1n } }],
    ["a share above the whole", { ...example(), costs: { ...example().costs, slippage: 10_001n } }],
    ["an unsorted universe", { ...example(), universe: example().universe.toReversed() }],
    ["an address in mixed case", { ...example(), proposer: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" }],
    ["bands that do not add up", { ...example(), universe: example().universe.slice(1) }],
    ["a list in place of a record", { ...example(), pace: [] }],
  ])("refuses %s", (_name, value) => {
    const checked = checkPolicy(value);
    expect(checked.ok).toBe(false);
    expect(checked.ok ? [] : checked.issues.map(({ message }) => message)).not.toEqual([]);
  });
});
