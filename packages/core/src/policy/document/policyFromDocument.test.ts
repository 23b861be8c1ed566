import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXAMPLE_POLICY_YAML } from "../examplePolicyYaml.ts";
import { parsePolicy, parsePolicyDocument } from "../parsePolicy.ts";
import { policyId } from "../policyId.ts";
import { policyToDocument } from "../policyToDocument.ts";

function example() {
  const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}
const written = policyToDocument(example());
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

describe("policyFromDocument", () => {
  it("gives one policy whatever the order in which its sets were written", () => {
    const orders = fc.record({
      universe: shuffled(written.universe),
      protocols: shuffled(written.caps.protocols),
      liquidity: shuffled(written.liquidity),
      feeds: shuffled(written.guards.staleOracle.feeds),
    });
    fc.assert(
      fc.property(orders, ({ universe, protocols, liquidity, feeds }) => {
        const guards = { ...written.guards, staleOracle: { ...written.guards.staleOracle, feeds } };
        const parsed = parsePolicyDocument({ ...written, universe, caps: { protocols }, liquidity, guards });
        expect(parsed.ok && policyId(parsed.policy)).toBe(policyId(example()));
      }),
    );
  });

  it("puts chain and address together as the account", () => {
    const { account } = example();
    expect(account).toEqual({ rail: "safe", chainId: 31337n, address: written.account.toLowerCase() });
    expect(example()).not.toHaveProperty("chainId");
  });
});
