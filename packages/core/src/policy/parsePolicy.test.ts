import { describe, expect, it } from "vitest";
import { decodeCanonical } from "../encoding/decodeCanonical.ts";
import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import { GUARDLESS_POLICY_YAML } from "../testing/guardlessPolicyYaml.ts";
import { checkPolicy } from "./checkPolicy.ts";
import { EXAMPLE_POLICY_YAML } from "./examplePolicyYaml.ts";
import { formatPolicyYaml } from "./formatPolicyYaml.ts";
import { GUARD_DEFAULTS } from "./guardDefaults.ts";
import { parsePolicy } from "./parsePolicy.ts";

const issuesFor = (text: string) => {
  const parsed = parsePolicy(text);
  return parsed.ok ? [] : parsed.issues;
};
const changed = (from: string, to: string) => {
  expect(EXAMPLE_POLICY_YAML).toContain(from);
  return EXAMPLE_POLICY_YAML.replace(from, to);
};

describe("parsePolicy", () => {
  it("reads the example into exact values", () => {
    const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
    expect(parsed).toMatchObject({
      ok: true,
      policy: {
        account: { rail: "safe", chainId: 31337n, address: "0x5fbdb2315678afecb367f032d93f642f64180aa3" },
        version: 1n,
        looseningDelay: 86_400n,
        universe: [{ position: "etherfi:weETH", min: 2000n, target: 4000n, max: 6000n }, {}, {}],
        costs: { slippage: 30n, minimumNetGain: 2n * 10n ** 17n },
        guards: { marketDepeg: { size: 50n * 10n ** 18n, samples: 3n } },
        batch: { maxGas: 3_000_000n },
        proposalDeadline: 21_600n,
      },
    });
  });

  it("sorts what stands for a set, whatever the order in the text", () => {
    const swapped = changed(
      "share: 5%\n    within: 1h\n  - share: 25%\n    within: 7d",
      "share: 25%\n    within: 7d\n  - share: 5%\n    within: 1h",
    );
    expect(parsePolicy(swapped)).toEqual(parsePolicy(EXAMPLE_POLICY_YAML));
  });

  it("takes the safest value where a field may be left out", () => {
    const short = EXAMPLE_POLICY_YAML.replace("mode: propose\n", "")
      .replace("    grace: 5m\n", "")
      .replace("  sourceSilent:\n    quorum: 2\n", "  sourceSilent: {}\n");
    expect(parsePolicy(short)).toMatchObject({
      ok: true,
      policy: { mode: "observe", guards: { staleOracle: { grace: 0n }, sourceSilent: { quorum: 2n } } },
    });
  });

  it("leaves out what a policy from before a guard has not", () => {
    const parsed = parsePolicy(GUARDLESS_POLICY_YAML);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    expect(Object.keys(parsed.policy.guards).toSorted()).toEqual([
      "marketDepeg",
      "sourceSilent",
      "staleOracle",
    ]);
    expect(Object.keys(parsed.policy.caps)).toEqual(["protocols"]);
    expect(checkPolicy(decodeCanonical(encodeCanonical(parsed.policy)))).toEqual(parsed);
    expect(parsePolicy(formatPolicyYaml(parsed.policy))).toEqual(parsed);
  });

  it("takes for an empty guard what the engine takes for none", () => {
    const names = Object.keys(GUARD_DEFAULTS).map((name) => `  ${name}: {}\n`);
    const parsed = parsePolicy(
      GUARDLESS_POLICY_YAML.replace("  staleOracle:", `${names.join("")}  staleOracle:`),
    );
    expect(parsed.ok && parsed.policy.guards).toMatchObject(GUARD_DEFAULTS);
  });

  it("takes a position with an operator, and sorts operators by address", () => {
    const position = "eigenlayer:stETH@0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc";
    const more = '    - operator: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65"\n      max: 10%\n  assets:';
    const parsed = parsePolicy(
      changed("etherfi:weETH", position)
        .replace("  assets:", more)
        .replace("venue: etherfi", "venue: eigenlayer"),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    expect(parsed.policy.universe.map((band) => band.position)).toContain(position);
    expect(parsed.policy.caps.operators?.map((each) => each.operator.slice(0, 6))).toEqual([
      "0x15d3",
      "0x3c44",
    ]);
  });

  const cases: readonly (readonly [string, string, string, { path: string; message: RegExp }])[] = [
    [
      "a percentage without its sign",
      "max: 30%",
      "max: 30",
      { path: "universe[1].max", message: /Write 30%/ },
    ],
    [
      "a fraction for a percentage",
      "slippage: 0.3%",
      "slippage: 0.003",
      { path: "costs.slippage", message: /Write 0.003%/ },
    ],
    [
      "a percentage finer than 0.01 %",
      "slippage: 0.3%",
      "slippage: 0.355%",
      { path: "costs.slippage", message: /2 decimals/ },
    ],
    [
      "an amount without its asset",
      "size: 50 ETH",
      "size: 250",
      { path: "guards.marketDepeg.size", message: /Write 250 ETH/ },
    ],
    [
      "a duration without its unit",
      "dwell: 1h",
      "dwell: 3600",
      { path: "pace.dwell", message: /3600s for seconds/ },
    ],
    [
      "a count with a fraction",
      "samples: 3",
      "samples: 3.0",
      { path: "guards.marketDepeg.samples", message: /digits only/ },
    ],
    ["a count in hex", "maxCalls: 12", "maxCalls: 0xc", { path: "batch.maxCalls", message: /digits only/ }],
    [
      "an unknown word",
      "mode: propose",
      "mode: execute",
      { path: "mode", message: /one of observe, propose/ },
    ],
    [
      "an operator in mixed case",
      "position: lido:wstETH",
      "position: eigenlayer:stETH@0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
      {
        path: "universe[2].position",
        message: /in lower case\. Write eigenlayer:stETH@0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc\./,
      },
    ],
    [
      "a mistyped operator",
      "FA4293BC",
      "FA4293BD",
      { path: "caps.operators[0].operator", message: /EIP-55/ },
    ],
    [
      "an unknown answer of a guard",
      "operatorSlashed:\n    response: exit",
      "operatorSlashed:\n    response: pray",
      { path: "guards.operatorSlashed.response", message: /one of notify, freeze-entries, exit/ },
    ],
    [
      "a misspelt guard",
      "  tvlDrop:",
      "  tvlDrp:",
      { path: "guards.tvlDrp", message: /Did you mean tvlDrop\?/ },
    ],
    ["a mistyped address", "17dc79C8", "17dc79C9", { path: "proposer", message: /EIP-55/ }],
    [
      "another schema",
      "ballast/policy/1",
      "ballast/policy/2",
      { path: "schema", message: /one of ballast\/policy\/1/ },
    ],
    [
      "a misspelt field",
      "looseningDelay:",
      "loseningDelay:",
      { path: "loseningDelay", message: /Did you mean looseningDelay\?/ },
    ],
    [
      "a misspelt field inside",
      "  dwell: 1h",
      "  dwel: 1h",
      { path: "pace.dwel", message: /Did you mean dwell\?/ },
    ],
    [
      "a misspelt field in a list",
      "  - position: idle:WETH\n    min",
      "  - position: idle:WETH\n    mim",
      { path: "universe[1].mim", message: /Did you mean min\?/ },
    ],
    [
      "a field that is nothing like one",
      "pace:",
      "leverage: 3\npace:",
      { path: "leverage", message: /Known here: schema, account/ },
    ],
    [
      "a missing field",
      "  payback: 30d\n",
      "",
      { path: "costs.payback", message: /missing.*for example 6h/ },
    ],
    [
      "an empty field",
      "payback: 30d",
      "payback:",
      { path: "costs.payback", message: /whole number and s, m, h or d/ },
    ],
    [
      "a list where a value belongs",
      "horizon: 90d",
      "horizon: [90d]",
      { path: "objective.horizon", message: /single value such as/ },
    ],
    [
      "a value where a list belongs",
      "    feeds:\n      - stETH/ETH\n      - weETH/ETH",
      "    feeds: stETH/ETH",
      { path: "guards.staleOracle.feeds", message: /must be a list/ },
    ],
    [
      "a value where a record belongs",
      "batch:\n  maxCalls: 12\n  maxGas: 3000000",
      "batch: 12",
      { path: "batch", message: /record of fields/ },
    ],
    [
      "a value in place of a list's record",
      "  - venue: lido\n      max: 70%",
      "  - lido",
      { path: "caps.protocols[1]", message: /record of fields/ },
    ],
  ];
  it.each(cases)("refuses %s and says what to write", (_name, from, to, { path, message }) => {
    const issue = issuesFor(changed(from, to)).find((one) => one.path === path);
    expect(issue?.message).toMatch(message);
    expect(issue?.limit).not.toBe("");
  });

  it("tells every fault at once", () => {
    const text = changed("max: 30%", "max: 30")
      .replace("samples: 3", "samples: x")
      .replace("  dwell: 1h\n", "");
    expect(issuesFor(text).map(({ path }) => path)).toEqual([
      "universe[1].max",
      "pace.dwell",
      "guards.marketDepeg.samples",
    ]);
  });
});

describe("what parsePolicy takes for text", () => {
  it.each([
    ["a repeated key", "version: 1\nversion: 2"],
    ["an alias", "a: &x 1\nb: *x"],
    ["an alias bomb", `a: &a [1,1,1]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]`],
    ["an anchor that nothing uses", "version: &v 1"],
    ["a tag", "version: !!int 1"],
    ["a directive", "%YAML 1.1\n---\nversion: 1"],
    ["two documents", "version: 1\n---\nversion: 2"],
    ["broken YAML", "universe: [a"],
    ["a key that is a list", "? [a]\n: b"],
    ["nesting without end", "[".repeat(100_000)],
    ["a text that is too long", "#".repeat(200_000)],
    ["nothing", ""],
    ["a bare value", "policy"],
    ["a list", "- version: 1"],
  ])("refuses %s with one clear issue or more", (_name, text) => {
    const issues = issuesFor(text);
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) expect(issue.message).not.toBe("");
  });

  it("refuses a key that would reach a prototype", () => {
    expect(issuesFor(`__proto__: x\n${EXAMPLE_POLICY_YAML}`).map(({ path }) => path)).toContain("__proto__");
  });
});
