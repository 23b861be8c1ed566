import { describe, expect, test } from "vitest";
import type { Decision } from "../decision/types.ts";
import type { Finding } from "../policy/finding.ts";
import { decideFor, proposedPlan } from "../testing/decideFor.ts";
import { goldenCases } from "../testing/goldenCases.ts";
import { entryOf, exitOf, planOf } from "../testing/plans.ts";
import { CALM, contextOf, eth } from "../testing/world.ts";
import type { Bps, PositionId, Seconds, Wad } from "../units/brands.ts";
import { decisionSentence } from "./decisionSentence.ts";
import { figuresTable } from "./figuresTable.ts";
import { findingCopy, findingSentence } from "./findingSentence.ts";
import { planSentence } from "./planSentence.ts";
import { ETHER, positionText, quantityText } from "./words.ts";

/** Sentences hold no-break spaces between numbers and units; tests are read with plain ones. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

function finding(changes: Partial<Finding>): Finding {
  return {
    rule: "position-band",
    code: "above-max",
    subject: { kind: "position", id: "lido:wstETH" as PositionId },
    level: "warning",
    measured: { unit: "bps", value: 3_777n as Bps },
    limit: { unit: "bps", value: 3_700n as Bps },
    evidence: [],
    effect: { kind: "reduce-to", position: "lido:wstETH" as PositionId, target: eth("812.4"), urgent: false },
    ...changes,
  };
}

const sentences: readonly { name: string; found: Finding; sentence: string }[] = [
  {
    name: "a limit: now, at most, what to do",
    found: finding({}),
    sentence: "wstETH: 37.77 % now, at most 37.00 %. Reduce to at most 812.4000 ETH.",
  },
  {
    name: "a minimum of idle money",
    found: finding({
      code: "below-min",
      subject: { kind: "position", id: "idle:WETH" as PositionId },
      effect: { kind: "raise-to", position: "idle:WETH" as PositionId, target: eth("50.00001") },
    }),
    sentence: "Idle WETH: 37.77 % now, at least 37.00 %. Raise Idle WETH to at least 50.0001 ETH.",
  },
  {
    name: "a feed that fell silent",
    found: finding({
      rule: "stale-oracle",
      code: "feed-stale",
      subject: { kind: "feed", id: "weETH/ETH" },
      measured: { unit: "seconds", value: 2_280n as Seconds },
      limit: { unit: "seconds", value: 1_800n as Seconds },
    }),
    sentence:
      "Feed weETH/ETH silent for 38 m, limit 30 m. Treated as unknown, so entries are frozen. Exits still work.",
  },
  {
    name: "a discount below one per cent in basis points",
    found: finding({
      rule: "market-depeg",
      code: "below-rate",
      measured: { unit: "bps", value: 62n as Bps },
      limit: { unit: "bps", value: 50n as Bps },
      effect: { kind: "freeze-entries", positions: ["lido:wstETH" as PositionId] },
    }),
    sentence:
      "wstETH sells 62 bps below its accounting rate, limit 50 bps. Its backing is intact. Entries are frozen.",
  },
  {
    name: "an emergency",
    found: finding({
      rule: "market-depeg",
      code: "below-rate",
      effect: { kind: "reduce-to", position: "lido:wstETH" as PositionId, target: eth("0"), urgent: true },
    }),
    sentence:
      "wstETH sells 37.77 % below its accounting rate, limit 37.00 %. Its backing is intact. Leave it now, all of it.",
  },
  {
    name: "a rate with five decimals",
    found: finding({
      rule: "backing-loss",
      code: "backing-loss",
      measured: { unit: "wad", value: eth("1.0499999") as bigint as Wad },
      limit: { unit: "wad", value: eth("1.05") as bigint as Wad },
      effect: { kind: "freeze-entries", positions: ["lido:wstETH" as PositionId] },
    }),
    sentence:
      "The accounting rate of wstETH fell to 1.04999; it was 1.05000. Each unit is backed by less. Entries are frozen.",
  },
  {
    name: "a net loss with a true minus",
    found: finding({
      rule: "minimum-net-gain",
      code: "too-little-gain",
      measured: { unit: "base-change", value: -eth("0.12345") },
      limit: { unit: "base", value: eth("0.1") },
    }),
    sentence: "Net gain \u22120.1235 ETH; the policy wants at least 0.1000 ETH.",
  },
  {
    name: "a code that this table does not know is named as it is",
    found: finding({ rule: "moon-phase", code: "full" }),
    sentence: "moon-phase/full, wstETH: 37.77 %, limit 37.00 %.",
  },
];

describe("findingSentence", () => {
  test.each(sentences)("$name", ({ found, sentence }) => {
    expect(plain(findingSentence(found))).toBe(sentence);
  });

  test("every sentence is plain: sentence case, one full stop at the end, no exclamation", () => {
    const facts = { subject: "weETH", measured: "1", limit: "2", effect: "" };
    for (const [key, copy] of Object.entries(findingCopy)) {
      expect(copy(facts), key).toMatch(/^[A-Z0-9w].*[a-z0-9]\.$/);
      expect(copy(facts), key).not.toMatch(/!|please|oops|undefined|null/i);
    }
  });

  test("a number and its unit never part: there is a no-break space between them", () => {
    expect(findingSentence(finding({}))).toContain("812.4000\u00a0ETH");
  });

  test("another base asset is named as it is", () => {
    const unit = { symbol: "USDC", decimals: 6n };
    const found = finding({
      effect: {
        kind: "reduce-to",
        position: "a:b" as PositionId,
        target: 5_000_000n as never,
        urgent: false,
      },
    });
    expect(plain(findingSentence(found, unit))).toContain("Reduce to at most 5.0000 USDC.");
  });
});

describe("words", () => {
  test.each([
    ["etherfi:weETH", "weETH"],
    ["eigenlayer:stETH@0xabc", "stETH@0xabc"],
    [
      "eigenlayer:stETH@0x5fbdb2315678afecb367f032d93f642f64180aa3",
      "stETH@0x5FbDB2315678afecb367f032d93F642f64180aa3",
    ],
    ["idle:WETH", "Idle WETH"],
  ])("%s is %s", (position, text) => {
    expect(positionText(position as PositionId)).toBe(text);
  });

  test("what is not known says so", () => {
    expect(quantityText(null, { unit: ETHER, isLimit: false })).toBe("not known");
  });

  test("an address has its checksum", () => {
    const value = 0x5fbdb2315678afecb367f032d93f642f64180aa3n;
    expect(quantityText({ unit: "address", value }, { unit: ETHER, isLimit: true })).toBe(
      "0x5FbDB2315678afecb367f032d93F642f64180aa3",
    );
  });

  test("a count is grouped", () => {
    expect(quantityText({ unit: "count", value: 3_000_000n }, { unit: ETHER, isLimit: true })).toBe(
      "3,000,000",
    );
  });
});

const context = contextOf(CALM);
const exit = exitOf({ position: "lido:wstETH", spend: "100", expected: "119.9", atLeast: "119.70019" });
const enter = entryOf({ position: "etherfi:weETH", spend: "119.7", expected: "113.9", atLeast: "113.02" });

describe("planSentence", () => {
  test("it says each step with what is sold and the least that comes back", () => {
    const plan = planOf(context, { actions: [exit, enter] });
    expect(plain(planSentence(plan))).toBe(
      "Sell 100.0000 wstETH for at least 119.7001 WETH, then buy at least 113.0200 weETH with 119.7000 WETH.",
    );
  });

  test("it takes other decimals", () => {
    const plan = planOf(context, { actions: [exit] });
    expect(plain(planSentence(plan, () => 20n))).toBe("Sell 1.0000 wstETH for at least 1.1970 WETH.");
  });
});

describe("figuresTable", () => {
  test("costs round up, gains and yields down, changes carry their sign", () => {
    const plan = planOf(context, { actions: [exit, enter] });
    const figures = {
      ...plan.figures,
      turnover: eth("120"),
      tradingCost: eth("0.20501"),
      gasCost: eth("0.00649"),
      cost: eth("0.2115"),
      grossGain: eth("1.73679"),
      netGain: -eth("0.00001"),
      payback: 955_000n as Seconds,
      yieldBefore: 51_599_999_999_999_999n as Wad,
      yieldAfter: null,
      worstLoss: eth("0.615"),
    };
    expect(figuresTable({ figures }).map(({ label, value }) => `${plain(label)}: ${plain(value)}`)).toEqual([
      "Turnover: 120.0000 ETH",
      "Trading cost: 0.2051 ETH",
      "Gas: 0.0065 ETH",
      "Cost: 0.2115 ETH",
      "Gain in 90 d: +1.7367 ETH",
      "Net gain in 90 d: \u22120.0001 ETH",
      "Payback: 11 d 01 h",
      "Yield before: 5.15 % a year",
      "Yield after: Not known",
      "Worst loss: 0.6150 ETH",
    ]);
  });

  test("what never pays back says so", () => {
    const plan = planOf(context, { actions: [exit] });
    expect(figuresTable(plan).find((row) => row.label === "Payback")?.value).toBe("Never");
  });
});

describe("decisionSentence", () => {
  test.each(goldenCases)(
    "$name has a sentence that says the outcome and why",
    ({ outcome, context: each }) => {
      const sentence = plain(decisionSentence(decideFor(each)));
      const word = { hold: "Held.", refuse: "Refused.", propose: "Proposed." }[
        outcome.split(" ")[0] as "hold"
      ];
      expect(sentence.startsWith(`${word} `)).toBe(true);
      expect(sentence.endsWith(".")).toBe(true);
      expect(sentence.length).toBeGreaterThan(30);
      expect(sentence).not.toMatch(/undefined|null|NaN| {2}/);
    },
  );

  test("a proposal names what moves, the cost, the gain and the payback", () => {
    const found = goldenCases.find((each) => each.name === "yield-shift");
    const decision = decideFor(found?.context ?? context);
    const { figures } = proposedPlan(decision);
    expect(plain(decisionSentence(decision))).toMatch(
      /^Proposed\. Sell [\d.]+ wstETH for at least [\d.]+ WETH, then buy at least [\d.]+ weETH with [\d.]+ WETH\. It will cost [\d.]+ ETH and gain [\d.]+ ETH in 90 d, paid back in \d+ d \d\d h\.$/,
    );
    expect(figures.netGain > 0n).toBe(true);
  });

  test("an account without a policy is told what to do", () => {
    const decision: Decision = { ...decideFor(context), outcome: { kind: "refuse", because: "no-policy" } };
    expect(decisionSentence(decision)).toBe(
      "Refused. No policy is in force for this account. Publish one and have the owners approve it.",
    );
  });
});
