import { expect, test } from "vitest";
import { EXAMPLE_POLICY_YAML } from "../examplePolicyYaml.ts";
import { parsePolicy } from "../parsePolicy.ts";
import type { Policy } from "../policy.ts";
import { fieldVerdicts } from "./fieldVerdicts.ts";

const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
if (!parsed.ok) throw new Error("the example is a policy");
const base = parsed.policy;

test("a change is told at its own place, a list's item or a ladder as one", () => {
  const after: Policy = {
    ...base,
    version: 2n,
    caps: { ...base.caps, protocols: base.caps.protocols.slice(1) },
    liquidity: base.liquidity.slice(1),
    guards: { ...base.guards, sourceSilent: { quorum: 1n } },
  };
  expect(fieldVerdicts(base, after).map(({ path, verdict }) => [path, verdict])).toEqual([
    ["version", "neutral"],
    ["caps.protocols[etherfi]", "looser"],
    ["liquidity", "looser"],
    ["guards.sourceSilent.quorum", "looser"],
  ]);
});

test("a list that names something twice cannot be compared", () => {
  const [first] = base.caps.protocols;
  if (first === undefined) throw new Error("the example has caps");
  const twice = { ...base, caps: { ...base.caps, protocols: [first, ...base.caps.protocols] } };
  expect(fieldVerdicts(base, twice)).toMatchObject([{ path: "caps.protocols", verdict: "looser" }]);
});
