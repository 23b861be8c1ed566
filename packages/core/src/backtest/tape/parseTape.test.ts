import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ParsedTape, parseTape } from "./parseTape.ts";
import { writeTape } from "./writeTape.ts";

const ROWS = [
  ["2024-04-24", "synthetic", 'a "made" series, of three'],
  ["2024-04-24", "hold:etherfi:weETH", "10.5"],
  ["2024-04-24", "rate:weETH", "1.0352"],
  ["2024-04-24", "price:weETH", "1.0349"],
  ["2024-04-24", "peg:rsETH", "0.9942"],
  ["2024-04-24", "depth:weETH", "4000"],
  ["2024-04-24", "fee:weETH", "0.05%"],
  ["2024-04-24", "grows:stETH", "wstETH"],
  ["2024-04-24", "base-fee", "12.5"],
  ["2024-04-24", "priority-fee", "0.1"],
  ["2024-04-24", "feed:stETH/ETH", "0.9995"],
  ["2024-04-24", "heartbeat:stETH/ETH", "1d"],
  ["2024-04-24", "figure:lido:tvl", "9000000"],
  ["2024-04-24", "figure:lido:pause:queue", "0"],
  ["2024-04-24T01:00Z", "flag:lido:paused", "exits"],
  ["2024-04-24T02:00Z", "flag:lido:paused", "clear"],
  ["2024-04-24", "queue:etherfi:weETH", "7d"],
  ["2024-04-24T03:00Z", "queue:etherfi:weETH", "closed"],
  ["2024-04-24T03:00Z", "slash:etherfi:weETH", "0.5%"],
  ["2024-04-24T03:00Z", "missing:rate:weETH", "rpc"],
  ["2024-04-24T03:00Z", "source:rpc-1", "silent"],
  ["2024-04-24T03:00Z", "incident:etherfi:weETH", "a bad day"],
] as const;
const lines = ROWS.map(([time, series, value]) => ({ time, series, value }));
const CSV = writeTape(lines);

function tapeOf(parsed: ParsedTape) {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.tape;
}

/** The issues of one line beside a sound one. */
function refusal(line: string) {
  const parsed = parseTape(`time,series,value\n2024-04-24,rate:weETH,1\n${line}\n`);
  return parsed.ok ? [] : parsed.issues;
}

describe("a tape", () => {
  test("reads every kind of row, in exact integers", () => {
    const { rows } = tapeOf(parseTape(CSV));
    const said = (series: string) => rows.find((row) => row.series === series)?.fact;
    expect(rows).toHaveLength(ROWS.length);
    expect(said("hold:etherfi:weETH")).toMatchObject({ amount: 10_500_000_000_000_000_000n });
    expect(said("rate:weETH")).toMatchObject({ rate: 1_035_200_000_000_000_000n });
    expect(said("base-fee")).toMatchObject({ wei: 12_500_000_000n });
    expect(said("figure:lido:tvl")).toMatchObject({
      venue: "lido",
      figure: "tvl",
      value: 9_000_000n * 10n ** 18n,
    });
    expect(said("figure:lido:pause:queue")).toMatchObject({ figure: "pause:queue", value: 0n });
    expect(said("queue:etherfi:weETH")).toMatchObject({ delay: 604_800n });
    expect(said("feed:stETH/ETH")).toMatchObject({ feed: "stETH/ETH", updatedAt: 1_713_916_800n });
    expect(said("synthetic")).toMatchObject({ text: 'a "made" series, of three' });
  });

  test("says the same as NDJSON", () => {
    const json = lines.map((line) => JSON.stringify(line)).join("\n");
    expect(parseTape(json)).toEqual(parseTape(CSV));
  });

  test("may be several files, one after the other", () => {
    const [first, second] = [lines.slice(0, 9), lines.slice(9)].map(writeTape);
    expect(parseTape(`${first}${second}`)).toEqual(parseTape(CSV));
  });

  test("says the same in any order of its lines, with comments and blank lines", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines], { minLength: lines.length }), (shuffled) => {
        const text = `# recorded by hand\n\n${writeTape(shuffled)}\n`;
        expect(parseTape(text)).toEqual(parseTape(CSV));
      }),
    );
  });

  test.each([
    ["2024-04-24,rat:weETH,1", "rat:weETH", /it must be one of hold, rate, price/],
    ["2024-04-24,rate:weETH,1", "rate:weETH", /given once at 2024-04-24; line 2 has it too/],
    ["2024-04-24,price:weETH,0", "price:weETH", /above 0; write missing/],
    ["2024-04-24,price:weETH,1e3", "price:weETH", /a plain number such as/],
    ["2024-04-24,price:weETH,-1", "price:weETH", /a plain number such as/],
    ["2024-04-24,price:weETH,1.0000000000000000001", "price:weETH", /at most 18 decimals/],
    ["2024-04-24,fee:weETH,0.05", "fee:weETH", /Write 0\.05%/],
    ["2024-04-24,queue:etherfi:weETH,7", "queue:etherfi:weETH", /7d for days/],
    ["2024-04-24,hold:weETH,7", "hold:weETH", /<venue>:<form>/],
    ["2024-04-25,hold:etherfi:weETH,7", "hold:etherfi:weETH", /at the tape's first time/],
    ["2024-04-24,flag:lido:paused,yes", "flag:lido:paused", /entries, exits, both, none, clear/],
    ["2024-04-24,missing:safe,rpc", "missing:safe", /missing:rate/],
    ["24/04/2024,rate:weETH,1", "rate:weETH", /a time in UTC such as/],
    ["2024-04-24 rate:weETH 1", "", /three columns/],
  ])("refuses %s", (line, series, limit) => {
    expect(refusal(line)).toMatchObject([{ line: 3, series, limit: expect.stringMatching(limit) }]);
  });

  test.each([
    ["nothing", ""],
    ["a header alone", "time,series,value\n"],
  ])("refuses %s", (_, text) => {
    expect(parseTape(text)).toMatchObject({ ok: false, issues: [{ line: 0 }] });
  });

  test.each([
    ["no JSON", "time;series;value"],
    ["a number, which has lost its digits", '{"time":"2024-04-24","series":"rate:weETH","value":1.03}'],
    ["nothing at all", "null"],
  ])("refuses NDJSON with %s", (_, text) => {
    expect(parseTape(text)).toMatchObject({
      ok: false,
      issues: [{ line: 1, limit: expect.stringMatching(/all three as text/) }],
    });
  });

  test("tells every problem at once, in the order of the file", () => {
    const parsed = parseTape("time,series,value\n2024-04-24,a:b,1\nx\n2024-04-24,rate:weETH,no\n");
    expect(parsed.ok ? [] : parsed.issues.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});
