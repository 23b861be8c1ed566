import { describe, expect, it } from "vitest";
import { EXAMPLE_POLICY_YAML } from "../examplePolicyYaml.ts";
import { parsePolicy } from "../parsePolicy.ts";

type Edit = readonly [from: string, to: string];
type Case = readonly [name: string, edits: readonly Edit[], path: string, message: RegExp];

const band = (position: string, [min, target, max]: readonly [string, string, string]) =>
  `  - position: ${position}\n    min: ${min}\n    target: ${target}\n    max: ${max}\n`;
const IDLE = band("idle:WETH", ["5%", "10%", "30%"]);
const ZERO = `"0x${"0".repeat(40)}"`;

const cases: readonly Case[] = [
  [
    "a minimum above its target",
    [[IDLE, band("idle:WETH", ["12%", "10%", "30%"])]],
    "universe[1].min",
    /at most the target 10%/,
  ],
  [
    "a target above its maximum",
    [[IDLE, band("idle:WETH", ["5%", "10%", "8%"])]],
    "universe[1].target",
    /at most the maximum 8%/,
  ],
  [
    "targets below the whole",
    [[IDLE, band("idle:WETH", ["5%", "9.99%", "30%"])]],
    "universe",
    /add up to 99.99%; it must be targets of exactly 100%/,
  ],
  [
    "targets above the whole",
    [[IDLE, band("idle:WETH", ["5%", "10.01%", "30%"])]],
    "universe",
    /add up to 100.01%/,
  ],
  [
    "minima above the whole",
    [[IDLE, band("idle:WETH", ["61%", "61%", "61%"])]],
    "universe",
    /minima add up to 101%/,
  ],
  [
    "maxima below the whole",
    [[band("lido:wstETH", ["20%", "50%", "70%"]), band("lido:wstETH", ["0%", "5%", "5%"])]],
    "universe",
    /maxima add up to 95%/,
  ],
  ["one position twice", [["lido:wstETH", "etherfi:weETH"]], "universe[2].position", /listed once/],
  [
    "a cap below the targets of its venue",
    [["venue: lido\n      max: 70%", "venue: lido\n      max: 49%"]],
    "caps.protocols[1].max",
    /at least 50%/,
  ],
  [
    "one venue capped twice",
    [["venue: lido\n", "venue: etherfi\n"]],
    "caps.protocols[1].venue",
    /capped once/,
  ],
  [
    "one kind of cause capped twice",
    [["kind: oracle", "kind: operator"]],
    "caps.sharedCauses[1].kind",
    /capped once/,
  ],
  [
    "a kind of cause without a share",
    [["kind: oracle\n      account: 100%\n      treasury: 100%", "kind: oracle"]],
    "caps.sharedCauses[1].kind",
    /Add account or treasury/,
  ],
  [
    "a slashing of none",
    [["causes: 2\n    budget", "causes: 0\n    budget"]],
    "guards.correlatedSlashing.causes",
    /at least 1/,
  ],
  ["one asset capped twice", [["asset: weETH", "asset: stETH"]], "caps.assets[1].asset", /capped once/],
  [
    "a venue of which nothing may be held",
    [["venueShare: 5%", "venueShare: 0%"]],
    "caps.venueShare",
    /at least 0.01%/,
  ],
  [
    "a cap on a venue that holds nothing",
    [["venue: lido\n", "venue: lidoo\n"]],
    "caps.protocols[1].venue",
    /Correct the name/,
  ],
  [
    "a proposer that is zero",
    [['"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"', ZERO]],
    "proposer",
    /other than zero/,
  ],
  [
    "an account that is zero",
    [['"0x5FbDB2315678afecb367f032d93F642f64180aa3"', ZERO]],
    "account",
    /other than zero/,
  ],
  [
    "the account as its own proposer",
    [["0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "0x5FbDB2315678afecb367f032d93F642f64180aa3"]],
    "proposer",
    /keeper's own key/,
  ],
  ["two rungs with one time", [["within: 7d", "within: 60m"]], "liquidity[1].within", /no other rung/],
  [
    "a later rung that asks for less",
    [["share: 25%", "share: 5%"]],
    "liquidity[1].share",
    /more than the share/,
  ],
  ["a rung that asks for nothing", [["share: 5%", "share: 0%"]], "liquidity[0].share", /at least 0.01%/],
  ["one feed twice", [["- weETH/ETH", "- stETH/ETH"]], "guards.staleOracle.feeds[1]", /each feed once/],
  ["version zero", [["version: 1", "version: 0"]], "version", /at least 1/],
  ["no chain", [["chainId: 31337", "chainId: 0"]], "chainId", /at least 1/],
  [
    "no room for a swap beside the deadline check",
    [["maxCalls: 12", "maxCalls: 1"]],
    "batch.maxCalls",
    /at least 2/,
  ],
  [
    "more gas than a transaction may use",
    [["maxGas: 3000000", "maxGas: 16777217"]],
    "batch.maxGas",
    /at most 16777216/,
  ],
  ["no sample at all", [["samples: 3", "samples: 0"]], "guards.marketDepeg.samples", /at least 1/],
  ["no source at all", [["quorum: 2", "quorum: 0"]], "guards.sourceSilent.quorum", /at least 1/],
  [
    "slippage of nothing, at which no swap fills",
    [["slippage: 0.3%", "slippage: 0%"]],
    "costs.slippage",
    /at least 0.01%/,
  ],
  [
    "slippage that gives a tenth away",
    [["slippage: 0.3%", "slippage: 10.01%"]],
    "costs.slippage",
    /at most 10%/,
  ],
  [
    "an emergency ceiling below the ordinary one",
    [["emergencySlippage: 2%", "emergencySlippage: 0.2%"]],
    "costs.emergencySlippage",
    /at least 0.3%/,
  ],
  [
    "a depeg threshold of nothing",
    [["threshold: 1%", "threshold: 0%"]],
    "guards.marketDepeg.threshold",
    /at least 0.01%/,
  ],
  [
    "a depeg judged on no sale",
    [["size: 50 ETH", "size: 0 ETH"]],
    "guards.marketDepeg.size",
    /at least 0.001 ETH/,
  ],
  [
    "a trade of nothing",
    [["minimumTrade: 5 ETH", "minimumTrade: 0 ETH"]],
    "pace.minimumTrade",
    /at least 0.0{17}1 ETH/,
  ],
  ["a yield over no time", [["yieldWindow: 10m", "yieldWindow: 0s"]], "objective.yieldWindow", /at least 1m/],
  [
    "an operator that is zero",
    [['"0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"', ZERO]],
    "caps.operators[0].operator",
    /other than zero/,
  ],
  [
    "one operator capped twice, in whatever case",
    [
      [
        '"0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"\n      max: 40%\n',
        `"0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"\n      max: 40%\n    - operator: "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc"\n      max: 30%\n`,
      ],
    ],
    "caps.operators[1].operator",
    /0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC; it must be capped once/,
  ],
  ["a window of no time", [["window: 1d", "window: 0s"]], "guards.window", /at least 1m/],
  ["a window of a season", [["window: 1d", "window: 90d"]], "guards.window", /at most 30d/],
  [
    "a backing that may lose most of itself",
    [["backingLoss:\n    threshold: 0%", "backingLoss:\n    threshold: 50.01%"]],
    "guards.backingLoss.threshold",
    /at most 50%/,
  ],
  [
    "a fall of nothing, which is every block's",
    [["threshold: 20%", "threshold: 0%"]],
    "guards.tvlDrop.threshold",
    /at least 0.01%/,
  ],
  [
    "a step larger than a year's growth",
    [["maxPerYear: 100%", "maxPerYear: 0.5%"]],
    "guards.rateGrowth.maxPerSample",
    /at most 0.5%/,
  ],
  [
    "a step of nothing, which no rate keeps",
    [["maxPerSample: 1%", "maxPerSample: 0%"]],
    "guards.rateGrowth.maxPerSample",
    /at least 0.01%/,
  ],
  [
    "a growth of the queue beyond its limit",
    [["growth: 115200 ETH", "growth: 172801 ETH"]],
    "guards.exitQueue.growth",
    /at most 172800 ETH/,
  ],
  [
    "a queue that may not grow at all",
    [["growth: 115200 ETH", "growth: 0 ETH"]],
    "guards.exitQueue.growth",
    /at least 0.0{17}1 ETH/,
  ],
  ["a claim that may never be late", [["after: 50", "after: 0"]], "guards.ticketStuck.after", /at least 1/],
  [
    "a claim that may be late for ever",
    [["after: 50", "after: 100801"]],
    "guards.ticketStuck.after",
    /at most 100800/,
  ],
  [
    "a withdrawal that may lose most of itself",
    [["ticketLoss:\n    threshold: 0%", "ticketLoss:\n    threshold: 60%"]],
    "guards.ticketLoss.threshold",
    /at most 50%/,
  ],
  [
    "a proposal that is stale at once",
    [["proposalDeadline: 6h", "proposalDeadline: 1s"]],
    "proposalDeadline",
    /at least 1m/,
  ],
  [
    "a proposal that lives too long",
    [["proposalDeadline: 6h", "proposalDeadline: 31d"]],
    "proposalDeadline",
    /at most 30d/,
  ],
];

describe("a policy that cannot hold together", () => {
  it.each(cases)("is refused for %s", (_name, edits, path, message) => {
    const text = edits.reduce((whole, [from, to]) => {
      expect(whole).toContain(from);
      return whole.replace(from, to);
    }, EXAMPLE_POLICY_YAML);
    const parsed = parsePolicy(text);
    const issue = parsed.ok
      ? undefined
      : parsed.issues.find((one) => one.path === path && message.test(one.message));
    expect(issue, JSON.stringify(parsed.ok ? "accepted" : parsed.issues)).toBeDefined();
  });

  it("is refused without any position", () => {
    const text = EXAMPLE_POLICY_YAML.replace(/universe:\n(?: {2}.*\n)+/, "universe: []\n");
    const parsed = parsePolicy(text);
    expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path)).toContain("universe");
  });
});
