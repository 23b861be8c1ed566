import { describe, expect, it } from "vitest";
import { GUARDLESS_POLICY_YAML } from "../../testing/guardlessPolicyYaml.ts";
import { EXAMPLE_POLICY_YAML } from "../examplePolicyYaml.ts";
import { parsePolicy } from "../parsePolicy.ts";
import type { Policy } from "../policy.ts";
import { comparePolicies } from "./comparePolicies.ts";
import type { Verdict } from "./verdict.ts";

function policy(text: string): Policy {
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}

function edited(edits: readonly (readonly [string, string])[], text = EXAMPLE_POLICY_YAML): Policy {
  return policy(
    edits.reduce((yaml, [from, to]) => {
      if (yaml.split(from).length !== 2) throw new Error(`${from} is not there once`);
      return yaml.replace(from, to);
    }, text),
  );
}

const base = policy(EXAMPLE_POLICY_YAML);

/** A change, what it is, and what the change back is. */
type Case = readonly [name: string, from: string, to: string, there: Verdict, back: Verdict];

const cases: readonly Case[] = [
  ["a higher quorum", "quorum: 2", "quorum: 3", "looser", "looser"],
  ["a higher emergency ceiling", "emergencySlippage: 2%", "emergencySlippage: 3%", "looser", "looser"],
  ["another version", "version: 1", "version: 2", "neutral", "neutral"],
  ["no proposals any more", "mode: propose", "mode: observe", "looser", "looser"],
  [
    "another proposer",
    "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
    `0x${"12".repeat(20)}`,
    "looser",
    "looser",
  ],
  ["a longer delay", "looseningDelay: 1d", "looseningDelay: 2d", "looser", "looser"],
  ["a lower maximum", "max: 60%\n  - position", "max: 55%\n  - position", "tighter", "looser"],
  ["a higher minimum", "min: 20%\n    target: 40%", "min: 25%\n    target: 40%", "looser", "looser"],
  ["a higher minimum of idle money", "min: 5%", "min: 6%", "tighter", "looser"],
  ["a lower maximum of idle money", "max: 30%", "max: 25%", "looser", "looser"],
  [
    "a lower cap on a protocol",
    "venue: lido\n      max: 70%",
    "venue: lido\n      max: 65%",
    "tighter",
    "looser",
  ],
  ["one more cap", "    - venue: lido\n      max: 70%\n", "", "looser", "tighter"],
  ["a lower cap on an operator", "max: 40%\n  assets", "max: 35%\n  assets", "tighter", "looser"],
  ["no cap on the share of a venue", "  venueShare: 5%\n", "", "looser", "tighter"],
  ["a higher rung", "share: 25%", "share: 30%", "tighter", "looser"],
  ["a quicker rung", "within: 7d", "within: 6d", "tighter", "looser"],
  [
    "a higher and slower rung",
    "share: 25%\n    within: 7d",
    "share: 30%\n    within: 8d",
    "looser",
    "looser",
  ],
  ["one rung less", "  - share: 5%\n    within: 1h\n", "", "looser", "tighter"],
  ["a longer horizon", "horizon: 90d", "horizon: 91d", "looser", "looser"],
  ["a longer yield window", "yieldWindow: 10m", "yieldWindow: 11m", "looser", "looser"],
  ["a higher slippage", "slippage: 0.3%", "slippage: 0.4%", "looser", "looser"],
  ["a higher minimum net gain", "minimumNetGain: 0.2 ETH", "minimumNetGain: 0.3 ETH", "tighter", "looser"],
  ["a shorter payback", "payback: 30d", "payback: 29d", "tighter", "looser"],
  ["a longer cooldown", "cooldown: 10m", "cooldown: 20m", "looser", "looser"],
  ["a longer dwell", "dwell: 1h", "dwell: 2h", "looser", "looser"],
  ["a larger minimum trade", "minimumTrade: 5 ETH", "minimumTrade: 6 ETH", "looser", "looser"],
  ["a longer window", "window: 1d", "window: 2d", "looser", "looser"],
  ["a smaller discount", "threshold: 1%", "threshold: 0.9%", "tighter", "looser"],
  ["a larger sale", "size: 50 ETH", "size: 60 ETH", "looser", "looser"],
  [
    "fewer samples",
    "samples: 3\n    response: freeze-entries\n  backing",
    "samples: 2\n    response: freeze-entries\n  backing",
    "tighter",
    "looser",
  ],
  [
    "an exit where there was a freeze",
    "samples: 3\n    response: freeze-entries\n  backing",
    "samples: 3\n    response: exit\n  backing",
    "tighter",
    "looser",
  ],
  [
    "a backing loss found later",
    "backingLoss:\n    threshold: 0%",
    "backingLoss:\n    threshold: 1%",
    "looser",
    "tighter",
  ],
  [
    "a fall of the price that is not watched",
    "  priceDrawdown:\n    feed: ETH/USD\n    threshold: 20%\n    response: notify\n",
    "",
    "looser",
    "tighter",
  ],
  ["less slashable stake", "maxSlashable: 50%", "maxSlashable: 40%", "tighter", "looser"],
  [
    "a smaller drop of value",
    "tvlDrop:\n    threshold: 20%",
    "tvlDrop:\n    threshold: 10%",
    "tighter",
    "looser",
  ],
  ["slower growth", "maxPerYear: 100%", "maxPerYear: 90%", "tighter", "looser"],
  ["a smaller step", "maxPerSample: 1%", "maxPerSample: 0.5%", "tighter", "looser"],
  ["a shorter queue", "limit: 172800 ETH", "limit: 172799 ETH", "tighter", "looser"],
  ["a slower queue", "growth: 115200 ETH", "growth: 1 ETH", "tighter", "looser"],
  [
    "a smaller loss of a ticket",
    "ticketLoss:\n    threshold: 0%",
    "ticketLoss:\n    threshold: 1%",
    "looser",
    "tighter",
  ],
  ["a ticket that is late earlier", "after: 50", "after: 40", "tighter", "looser"],
  ["one feed less", "      - weETH/ETH\n", "", "looser", "tighter"],
  ["less grace", "grace: 5m", "grace: 4m", "tighter", "looser"],
  ["fewer calls", "maxCalls: 12", "maxCalls: 11", "looser", "looser"],
  ["less gas", "maxGas: 3000000", "maxGas: 2000000", "looser", "looser"],
  ["a later deadline", "proposalDeadline: 6h", "proposalDeadline: 7h", "looser", "looser"],
];

describe("one change", () => {
  it.each(cases)("%s", (_name, from, to, there, back) => {
    const after = edited([[from, to]]);
    expect(comparePolicies(base, after).verdict).toBe(there);
    expect(comparePolicies(after, base).verdict).toBe(back);
    for (const { because } of comparePolicies(base, after).changes) expect(because).toMatch(/[.]$/);
  });

  it("a lower emergency ceiling is looser", () => {
    const after = edited([["emergencySlippage: 2%", "emergencySlippage: 1%"]]);
    expect(comparePolicies(base, after)).toMatchObject({
      verdict: "looser",
      changes: [{ path: "costs.emergencySlippage", before: "2%", after: "1%", verdict: "looser" }],
    });
  });
});

describe("changes together", () => {
  it("the shift of targets that a lower maximum needs is none of a limit", () => {
    const after = edited([
      ["target: 40%\n    max: 60%", "target: 30%\n    max: 35%"],
      ["target: 10%", "target: 20%"],
    ]);
    const { verdict, changes } = comparePolicies(base, after);
    expect(verdict).toBe("tighter");
    expect(changes.map(({ path, verdict: own }) => [path, own])).toEqual([
      ["universe[etherfi:weETH].target", "neutral"],
      ["universe[etherfi:weETH].max", "tighter"],
      ["universe[idle:WETH].target", "neutral"],
    ]);
  });

  it("one looser change outweighs any number of tighter ones", () => {
    const after = edited([
      ["minimumNetGain: 0.2 ETH", "minimumNetGain: 1 ETH"],
      ["payback: 30d", "payback: 10d"],
      ["grace: 5m", "grace: 6m"],
    ]);
    expect(comparePolicies(base, after).verdict).toBe("looser");
  });

  it("a position is neither added nor taken out by a tightening", () => {
    const after = edited([
      ["universe:\n", "universe:\n  - position: aave:aWETH\n    min: 0%\n    target: 0%\n    max: 0%\n"],
    ]);
    expect(comparePolicies(base, after).verdict).toBe("looser");
    expect(comparePolicies(after, base).verdict).toBe("looser");
    expect(comparePolicies(base, after).changes.every(({ verdict }) => verdict === "looser")).toBe(true);
  });

  it("a maximum of nothing is not shown to be tighter, and the least one is", () => {
    const open = edited([
      ["universe:\n", "universe:\n  - position: aave:aWETH\n    min: 0%\n    target: 0%\n    max: 5%\n"],
    ]);
    const least = {
      ...open,
      universe: open.universe.map((band) => (band.position === "aave:aWETH" ? { ...band, max: 1n } : band)),
    } as Policy;
    const none = {
      ...open,
      universe: open.universe.map((band) => (band.position === "aave:aWETH" ? { ...band, max: 0n } : band)),
    } as Policy;
    expect(comparePolicies(open, least).verdict).toBe("tighter");
    expect(comparePolicies(open, none).verdict).toBe("looser");
  });

  it("where the market guard answers with an exit, a backing loss found earlier would turn it into a freeze", () => {
    const exits: [string, string] = [
      "samples: 3\n    response: freeze-entries\n  backing",
      "samples: 3\n    response: exit\n  backing",
    ];
    const later = edited([exits, ["backingLoss:\n    threshold: 0%", "backingLoss:\n    threshold: 1%"]]);
    expect(comparePolicies(later, edited([exits])).verdict).toBe("looser");
  });
});

describe("what a policy does not say", () => {
  const silent = policy(GUARDLESS_POLICY_YAML);

  it("is what holds then: saying it changes nothing", () => {
    const said = edited(
      [["guards:\n", "guards:\n  window: 1d\n  tvlDrop:\n    threshold: 20%\n    response: notify\n"]],
      GUARDLESS_POLICY_YAML,
    );
    expect(comparePolicies(silent, said)).toMatchObject({
      verdict: "neutral",
      changes: [{ verdict: "neutral" }, { verdict: "neutral" }, { verdict: "neutral" }],
    });
    expect(comparePolicies(said, silent).verdict).toBe("neutral");
  });

  it.each([
    ["tvlDrop:\n    threshold: 15%\n    response: notify", "tighter", "looser"],
    ["tvlDrop:\n    threshold: 25%\n    response: exit", "looser", "looser"],
    ["backingLoss:\n    threshold: 0%\n    response: notify", "looser", "tighter"],
  ] as const)("is compared with %s", (guard, there, back) => {
    const said = edited([["guards:\n", `guards:\n  ${guard}\n`]], GUARDLESS_POLICY_YAML);
    expect(comparePolicies(silent, said).verdict).toBe(there);
    expect(comparePolicies(said, silent).verdict).toBe(back);
  });

  it("a first list of operators' caps is tighter than none", () => {
    const capped = edited(
      [
        [
          "liquidity:\n",
          `  operators:\n    - operator: "0x${"12".repeat(20)}"\n      max: 10%\nliquidity:\n`,
        ],
      ],
      GUARDLESS_POLICY_YAML,
    );
    expect(comparePolicies(silent, capped).verdict).toBe("tighter");
    expect(comparePolicies(capped, silent).verdict).toBe("looser");
  });
});

describe("every field", () => {
  it("that differs is judged: no difference goes by as none", () => {
    const changed = cases.map(([, from, to]) => edited([[from, to]]));
    for (const after of changed) expect(comparePolicies(base, after).changes).not.toEqual([]);
    expect(comparePolicies(base, base)).toEqual({ verdict: "neutral", changes: [] });
  });

  it("of another account makes it looser", () => {
    const other = { ...base, account: { ...base.account, chainId: 1n } };
    expect(comparePolicies(base, other).verdict).toBe("looser");
  });
});
