import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { numberedAddress } from "../chain/addressNumber.ts";
import { compareText } from "../units/compareText.ts";
import { baseUnits, bps } from "../units/quantities.ts";
import { seconds } from "../units/times.ts";
import { EXAMPLE_POLICY_YAML } from "./examplePolicyYaml.ts";
import { formatPolicyYaml } from "./formatPolicyYaml.ts";
import { parsePolicy } from "./parsePolicy.ts";
import type { Policy } from "./policy.ts";
import { policyId } from "./policyId.ts";
import { policyToDocument } from "./policyToDocument.ts";

function example(): Policy {
  const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}

const amounts = fc.bigInt({ min: 10n ** 15n, max: 10n ** 24n }).map(baseUnits);
const times = fc.bigInt({ min: 60n, max: 2_000_000n }).map(seconds);
const slippages = fc.tuple(fc.bigInt({ min: 1n, max: 1000n }), fc.bigInt({ min: 1000n, max: 5000n }));
const bands = fc.tuple(fc.bigInt({ min: 0n, max: 4000n }), fc.bigInt({ min: 0n, max: 4000n })).map(([a, b]) =>
  [
    { target: 4000n + a - 4000n, position: "etherfi:weETH" },
    { target: b, position: "idle:WETH" },
    { target: 10_000n - a - b, position: "lido:wstETH" },
  ].map(({ target, position }) => ({
    position: position as Policy["universe"][number]["position"],
    min: bps(target / 2n),
    target: bps(target),
    max: bps(10_000n),
  })),
);

const responses = fc.constantFrom("notify" as const, "freeze-entries" as const, "exit" as const);
const shares = fc.bigInt({ min: 1n, max: 5000n }).map(bps);
const guards: fc.Arbitrary<Partial<Policy["guards"]>> = fc.record(
  {
    window: times,
    backingLoss: fc.record({ threshold: shares, response: responses }),
    operatorSlashed: fc.record({ response: responses }),
    operatorAllocations: fc.record({ maxSlashable: shares, response: responses }),
    venuePaused: fc.record({ response: responses }),
    contractChanged: fc.record({ response: responses }),
    tvlDrop: fc.record({ threshold: shares, response: responses }),
    rateGrowth: fc.record({
      maxPerYear: fc.constant(bps(10_000n)),
      maxPerSample: shares,
      response: responses,
    }),
    exitQueue: fc.record({ limit: fc.constant(baseUnits(10n ** 24n)), growth: amounts, response: responses }),
    ticketLoss: fc.record({ threshold: shares }),
    ticketStuck: fc.record({ after: fc.bigInt({ min: 1n, max: 100_800n }) }),
  },
  { requiredKeys: [] },
);
const operators = fc
  .uniqueArray(fc.bigInt({ min: 1n, max: 2n ** 160n - 1n }), { maxLength: 3 })
  .chain((all) =>
    fc.tuple(...all.map((each) => fc.record({ operator: fc.constant(numberedAddress(each)), max: shares }))),
  )
  .map((caps) => caps.toSorted((a, b) => compareText(a.operator, b.operator)));

const policies: fc.Arbitrary<Policy> = fc
  .record({
    guards,
    caps: fc.record({ operators }, { requiredKeys: [] }),
    amounts: fc.tuple(amounts, amounts, amounts),
    times: fc.array(times, { minLength: 6, maxLength: 6 }),
    slippages,
    bands,
  })
  .map(
    ({
      amounts: [gain, trade, size],
      times: t,
      slippages: [slippage, emergency],
      bands: universe,
      ...more
    }) => {
      const base = example();
      const { marketDepeg, staleOracle, sourceSilent } = base.guards;
      const at = (i: number) => t[i] ?? seconds(60n);
      return {
        ...base,
        universe,
        caps: { protocols: [], ...more.caps },
        looseningDelay: at(0),
        objective: { horizon: at(1), yieldWindow: at(2) },
        costs: {
          slippage: bps(slippage),
          emergencySlippage: bps(emergency),
          minimumNetGain: gain,
          payback: at(3),
        },
        pace: { cooldown: at(4), dwell: at(5), minimumTrade: trade },
        guards: { ...more.guards, staleOracle, sourceSilent, marketDepeg: { ...marketDepeg, size } },
      };
    },
  );

describe("formatPolicyYaml", () => {
  it("writes the example as it stands", () => {
    expect(formatPolicyYaml(example())).toBe(EXAMPLE_POLICY_YAML);
  });

  it("reads back to the same policy, with the same id", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const again = parsePolicy(formatPolicyYaml(policy));
        expect(again).toEqual({ ok: true, policy });
        expect(again.ok && policyId(again.policy)).toBe(policyId(policy));
      }),
    );
  });

  it("reads back from JSON as well, indented by spaces or tabs", () => {
    const document = policyToDocument(example());
    for (const indent of [undefined, 2, "\t"]) {
      expect(parsePolicy(JSON.stringify(document, null, indent))).toEqual({ ok: true, policy: example() });
    }
  });

  it("keeps addresses text for readers that know numbers", () => {
    const { account } = parse(formatPolicyYaml(example())) as { account: unknown };
    expect(account).toBe("0x5FbDB2315678afecb367f032d93F642f64180aa3");
  });
});
