import { describe, expect, test } from "vitest";
import type { Finding } from "../policy/finding.ts";
import { eth } from "../testing/world.ts";
import type { Bps, PositionId } from "../units/brands.ts";
import { askedReductions, reducedBand } from "./reducedBand.ts";

const POSITION = "lido:wstETH" as PositionId;
const band = { position: POSITION, min: 2_000n as Bps, target: 3_000n as Bps, max: 6_000n as Bps };
const total = eth("1000");

describe("reducedBand", () => {
  test.each([
    { name: "nothing asked leaves the band", target: undefined, most: 6_000n },
    { name: "the target's share", target: eth("450"), most: 4_500n },
    { name: "rounded down", target: eth("450.09"), most: 4_500n },
    { name: "never above the band's own maximum", target: eth("700"), most: 6_000n },
    { name: "never below the minimum", target: eth("50"), most: 2_000n },
  ])("$name", ({ target, most }) => {
    expect(reducedBand(band, { target, total })).toEqual({ ...band, max: most });
  });
});

describe("askedReductions", () => {
  const asking = (rule: string, target: string, isUrgent = false): Finding => ({
    rule,
    code: "above-cap",
    subject: { kind: "account" },
    level: "warning",
    measured: null,
    limit: null,
    evidence: [],
    effect: { kind: "reduce-to", position: POSITION, target: eth(target), urgent: isUrgent },
  });

  test("the lowest of several, without what is urgent and without what the allocator knows", () => {
    const findings = [
      asking("asset-cap", "400"),
      asking("venue-share", "300"),
      asking("operator-slashed", "0", true),
      asking("position-band", "1"),
      asking("protocol-cap", "2"),
    ];
    for (const each of [findings, findings.toReversed()])
      expect([...askedReductions(each)]).toEqual([[POSITION, eth("300")]]);
  });
});
