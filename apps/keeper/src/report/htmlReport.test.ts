import { backtest, baseUnits, EXAMPLE_POLICY_YAML, parsePolicy, parseTape, seconds } from "@ballast/core";
import { beforeAll, describe, expect, test } from "vitest";
import { withAllocator } from "../optimise/withAllocator.ts";
import { htmlReport } from "./htmlReport.ts";

const EVIL = '<img src="https://example.org/x" onerror=alert(1)>';
let html: string;
let again: string;

async function page(): Promise<string> {
  const lines = [
    `0,synthetic,${EVIL}`,
    `0,note,a & b`,
    "0,hold:etherfi:weETH,500",
    "0,hold:idle:WETH,100",
    "0,hold:lido:wstETH,300",
    "0,base-fee,9",
    "0,depth:weETH,30000",
    "0,depth:wstETH,30000",
    `5,incident:etherfi:weETH,${EVIL}`,
    ...Array.from({ length: 12 }, (_, hour) => [
      `${hour},rate:weETH,1.0${hour + 10}`,
      `${hour},rate:wstETH,1.2`,
      `${hour},price:weETH,${hour < 5 ? "1.01" : "0.9"}`,
    ]).flat(),
  ];
  const text = lines.map((line) => line.replace(/^\d+/, (hour) => `${1_700_000_000 + Number(hour) * 3_600}`));
  const tape = parseTape(["time,series,value", ...text].join("\n"));
  const policy = parsePolicy(EXAMPLE_POLICY_YAML);
  if (!tape.ok || !policy.ok) throw new Error(JSON.stringify({ tape, policy }, (_, each) => `${each}`));
  const spec = {
    policy: policy.policy,
    tape: tape.tape,
    signerDelays: [seconds(3_600n)],
    seed: 1n,
    every: null,
    startValue: baseUnits(0n),
    assumeFeeds: true,
  };
  const result = await withAllocator((allocate) => backtest({ ...spec, allocate }));
  return htmlReport(result, { policy: policy.policy, sha256: "ab".repeat(32) });
}

beforeAll(async () => {
  [html, again] = [await page(), await page()];
});

describe("the report", () => {
  test("is one page that loads nothing and runs nothing", () => {
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son[a-z]+="/i);
    expect(html).not.toMatch(/(?:src|href)="/i);
  });

  test("shows what a tape says as text, whatever that is, and that it was made", () => {
    expect(html).toContain(
      "Synthetic data, made and not recorded: &lt;img src=&quot;https://example.org/x&quot;",
    );
    expect(html).toContain("a &amp; b");
  });

  test("has the figures, both charts, each incident and every decision", () => {
    expect(html.match(/<svg viewBox="0 0 960/g)).toHaveLength(2);
    expect(html.match(/<polyline /g)).toHaveLength(6);
    for (const text of ["Ballast", "Equal weight", "Incidents and time to safe", "Refused.", "etherfi:weETH"])
      expect(html).toContain(text);
  });

  test("is the same again, byte for byte, and well formed as far as tags go", () => {
    expect(again).toBe(html);
    for (const tag of ["section", "table", "tr", "td", "th", "svg", "p", "div", "main"])
      expect(html.split(`</${tag}>`).length, tag).toBe(html.split(new RegExp(`<${tag}[ >]`)).length);
  });
});
