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
  const other = { operator: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65", max: "10%" };
  const capped = {
    ...written,
    caps: { ...written.caps, operators: [...(written.caps.operators ?? []), other] },
  };

  it("gives one policy whatever the order in which its sets were written", () => {
    const orders = fc.record({
      universe: shuffled(written.universe),
      protocols: shuffled(written.caps.protocols),
      operators: shuffled(capped.caps.operators),
      assets: shuffled(capped.caps.assets ?? []),
      sharedCauses: shuffled(capped.caps.sharedCauses ?? []),
      liquidity: shuffled(written.liquidity),
      feeds: shuffled(written.guards.staleOracle.feeds),
    });
    const whole = parsePolicyDocument(capped);
    fc.assert(
      fc.property(orders, ({ universe, protocols, operators, assets, sharedCauses, liquidity, feeds }) => {
        const guards = { ...written.guards, staleOracle: { ...written.guards.staleOracle, feeds } };
        const caps = { ...capped.caps, protocols, operators, assets, sharedCauses };
        const parsed = parsePolicyDocument({ ...written, universe, caps, liquidity, guards });
        expect(parsed.ok && policyId(parsed.policy)).toBe(whole.ok && policyId(whole.policy));
      }),
    );
  });

  it("puts chain and address together as the account", () => {
    const { account } = example();
    expect(account).toEqual({ rail: "safe", chainId: 31337n, address: written.account.toLowerCase() });
    expect(example()).not.toHaveProperty("chainId");
  });
});
