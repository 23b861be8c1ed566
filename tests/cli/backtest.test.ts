import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLE_POLICY_YAML } from "@ballast/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "./runCli.ts";

/** Thirty hours of a made market: weETH sells 4 % below its rate from hour 20 on. */
function tapeText(): string {
  const at = (hour: number) =>
    `2024-04-${24 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, "0")}:00Z`;
  const once = [
    ["synthetic", "made for a test"],
    ["hold:etherfi:weETH", "380"],
    ["hold:lido:wstETH", "420"],
    ["hold:idle:WETH", "300"],
    ["base-fee", "10"],
    ["depth:weETH", "20000"],
    ["depth:wstETH", "40000"],
    ["figure:etherfi:tvl", "1000000"],
    ["figure:lido:tvl", "1000000"],
  ];
  const hours = Array.from({ length: 30 }, (_, hour) => [
    `${at(hour)},rate:weETH,1.05${String(hour).padStart(8, "0")}`,
    `${at(hour)},rate:wstETH,1.2${String(hour).padStart(9, "0")}`,
    `${at(hour)},price:weETH,${hour < 20 ? "1.05" : "1.008"}`,
  ]);
  return [
    "time,series,value",
    ...once.map(([series, value]) => `${at(0)},${series},${value}`),
    `${at(20)},incident:etherfi:weETH,a made depeg`,
    ...hours.flat(),
  ].join("\n");
}

let dir: string;
let policy: string;
let data: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "ballast-backtest-"));
  policy = join(dir, "policy.yaml");
  data = join(dir, "tape.csv");
  // The tape's pools are small beside what is held.
  await writeFile(policy, EXAMPLE_POLICY_YAML.replace(/ {2}exitLiquidityShare: .*\n/, ""));
  await writeFile(data, tapeText());
});
afterAll(() => rm(dir, { recursive: true }));

const run = (...more: readonly string[]) =>
  runCli(["backtest", "--policy", policy, "--data", data, "--assume-feeds", ...more]);

describe("backtest", () => {
  test("says what it was worth, what it did and why, how fast; and shows no progress where nobody looks", async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("SYNTHETIC: made for a test");
    expect(out).toMatch(/over 30 steps from 2024-04-24T00:00:00Z to 2024-04-25T05:00:00Z/);
    expect(out).toMatch(/Hold +1,203\.0000 ETH/);
    expect(out).toMatch(
      /Incident a made depeg, etherfi:weETH, from 2024-04-24T20:00:00Z: warned after 2.h, exit proposed never, safe never/,
    );
    expect(out).toMatch(/entries-frozen +Held\. No entry is allowed now\. weETH sells 4/);
    expect(out).toMatch(/30 steps in [\d.]+ s: \d+ steps per second\. Data sha256 [0-9a-f]{64}/);
  });

  test("gives one JSON document, the same for the same seed but for its speed", async () => {
    const [one, other] = await Promise.all([run("--json"), run("--json", "--seed", "1")]);
    const { speed, ...document } = JSON.parse(one?.out ?? "");
    expect(speed).toEqual({ seconds: expect.any(Number), stepsPerSecond: expect.any(Number) });
    const { speed: _, ...again } = JSON.parse(other?.out ?? "");
    expect(again).toEqual(document);
    expect(document).toMatchObject({ schema: "ballast/backtest/1", steps: 30, synthetic: "made for a test" });
    expect(document.points).toHaveLength(30);
  });

  test("writes a page with charts, or says that it cannot", async () => {
    const file = join(dir, "report.html");
    expect(await run("--report", file)).toMatchObject({ code: 0, err: "" });
    expect(await readFile(file, "utf8")).toMatch(/^<!doctype html>[\s\S]*<polyline[\s\S]*<\/html>\n$/);
    expect(await run("--report", join(dir, "nowhere", "x.html"))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--report: .*cannot be written: ENOENT/),
    });
  });

  test("steps at a pace of its own", async () => {
    expect((await run("--every", "2h")).out).toContain("over 16 steps");
  });

  test("rehearses an incident under a policy of one's own, as a page", async () => {
    const { code, out, err } = await runCli(["backtest", "incidents", policy, "--only", "ezeth-2024-04-24"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^# Incidents, rehearsed\n/);
    expect(out).toMatch(/\*Synthetic\.\* published: first below 0\.99 at 02:25 UTC/);
    expect(out).toMatch(/\| policy\.yaml \| after 10.m \| never \| never \|/);
    const unknown = await runCli(["backtest", "incidents", "--only", "luna"]);
    expect(unknown).toMatchObject({
      code: 2,
      err: expect.stringMatching(/named "luna"; there are steth-2022-06/),
    });
  });

  test("turns a published file into rows that a run takes", async () => {
    const [published, part] = [join(dir, "gas.csv"), join(dir, "part.csv")];
    await writeFile(published, "date,avg_gas_gwei,eth_usd,gas_used\n2024-04-25,33.5,1,1\n");
    const { code, out } = await runCli(["backtest", "import", published]);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n2024-04-25,base-fee,33\.5\n$/),
    });
    const document = await runCli(["backtest", "import", published, "--json"]);
    expect(JSON.parse(document.out)).toMatchObject({ csv: "time,series,value\n2024-04-25,base-fee,33.5\n" });
    await writeFile(part, `${await readFile(data, "utf8")}\n${out}`);
    expect(await run("--data", part)).toMatchObject({ code: 0, err: "" });
  });

  const wrong: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    [
      "a delay without a unit",
      ["--signer-delay", "4"],
      2,
      /--signer-delay: "4" is no duration.*4h for hours/,
    ],
    ["a seed that is no number", ["--seed", "x"], 2, /--seed: "x" is no seed/],
    ["a pace of nothing", ["--every", "0s"], 2, /--every: .*longer than 0s/],
    ["a value in another unit", ["--value", "5 USD"], 2, /--value: .*ETH/],
    ["a file that is not there", ["--data", "nowhere.csv"], 2, /nowhere\.csv cannot be read: ENOENT/],
    ["a flag that it does not have", ["--speed", "9"], 2, /unknown option '--speed'/],
  ];
  test.each(wrong)("refuses %s", async (_, flags, code, says) => {
    const end = await run(...flags);
    expect(end).toMatchObject({ code, err: expect.stringMatching(says) });
  });

  test("refuses a run without a policy or data", async () => {
    expect(await runCli(["backtest", "--data", data])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--policy <file> is missing/),
    });
    expect(await runCli(["backtest", "--policy", policy])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--data <file> is missing/),
    });
  });

  test("tells every problem of a tape with line, series, value and limit", async () => {
    const bad = join(dir, "bad.csv");
    await writeFile(bad, `${await readFile(data, "utf8")}\n2024-04-26,rate:weETH,-1\n2024-04-26,tvl,1\n`);
    const { code, err } = await run("--data", bad);
    expect(code).toBe(1);
    expect(err).toMatch(/bad\.csv: 2 problems/);
    expect(err).toMatch(/line 102: rate:weETH is "-1"; .*plain number such as/);
    expect(err).toMatch(/line 103: tvl is "1"; .*one of hold, rate/);
  });

  test("tells what of the policy the tape does not have", async () => {
    const poor = join(dir, "poor.csv");
    await writeFile(poor, (await readFile(data, "utf8")).replaceAll(/^.*rate:wstETH.*\n/gm, ""));
    const { code, err } = await run("--data", poor);
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^The tape has no rate:wstETH: lido:wstETH is held/),
    });
  });

  test("tells what is wrong with a policy", async () => {
    const bad = join(dir, "bad.yaml");
    await writeFile(bad, EXAMPLE_POLICY_YAML.replace("version: 1", "version: zero"));
    const { code, err } = await run("--policy", bad);
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringMatching(/bad\.yaml: 1 problem\n {2}version/),
    });
  });
});
