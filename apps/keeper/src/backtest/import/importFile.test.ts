import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importFile } from "./importFile.ts";

const GAS = "date,avg_gas_gwei,eth_usd,gas_used\n2025-10-09,1.437,4000,1\n2025-10-10,18.2027,3800,1\n";
const PEG =
  "date,eth_usd,steth_usd,steth_eth\n2022-06-30,1069.7,,\n2026-04-18,2357.5,2347.1,0.9956\n2026-04-19,2273.6,2260.4,0.9942\n";
const CHART =
  "time_utc,ezeth_eth_mid,ezeth_eth_min,ezeth_eth_max\n2024-04-24T02:25:16Z,0.9897,0.9753,1.002\n";
const POOLS = [
  "date,protocol_slug,symbol,pool,tvl_usd,apy,apy_base,apy_reward",
  '2025-10-09,"a, quoted",WETH-WSTETH,one,16000000.0,2,1,1',
  "2025-10-09,b,WETH-WSTETH,two,1.0,2,1,1",
  "2025-10-11,b,WETH-WSTETH,one,5.0,2,1,1",
].join("\n");

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "ballast-import-"));
});
afterAll(() => rm(dir, { recursive: true }));

async function imported(text: string, more: { asset?: string; pool?: string; prices?: string } = {}) {
  const [file, prices] = [join(dir, "file.csv"), join(dir, "prices.csv")];
  await writeFile(file, text);
  if (more.prices !== undefined) await writeFile(prices, more.prices);
  const { asset = null, pool = null } = more;
  return importFile({ file, asset, pool, prices: more.prices === undefined ? null : prices });
}

const rows = async (...asked: Parameters<typeof imported>) =>
  (await imported(...asked)).csv.trim().split("\n").slice(1);

describe("a published file becomes a tape", () => {
  test("of gas", async () => {
    expect(await rows(GAS)).toEqual(["2025-10-09,base-fee,1.437", "2025-10-10,base-fee,18.2027"]);
  });

  test("of a peg, without the days that have none, for wstETH or another that grows with it", async () => {
    expect(await rows(PEG)).toEqual(["2026-04-18,peg:wstETH,0.9956", "2026-04-19,peg:wstETH,0.9942"]);
    expect((await rows(PEG, { asset: "stETH" }))[0]).toBe("2026-04-18,peg:stETH,0.9956");
  });

  test("of a chart, with its own times", async () => {
    expect(await rows(CHART)).toEqual(["2024-04-24T02:25:16Z,price:ezETH,0.9897"]);
  });

  test("of one pool's depth: half its dollars in that day's ether, no day without a price", async () => {
    expect(await rows(POOLS, { asset: "wstETH", pool: "one", prices: GAS })).toEqual([
      "2025-10-09,depth:wstETH,2000.00",
    ]);
  });
});

describe("is refused", () => {
  test.each([
    [
      "a file of unknown columns",
      "a,b\n1,2\n",
      {},
      /columns a,b are not known\. Known are: daily gas and price/,
    ],
    ["pools without an asset", POOLS, {}, /daily pools needs --asset <asset>/],
    ["pools without which one", POOLS, { asset: "wstETH" }, /needs --pool <id>/],
    ["pools without prices", POOLS, { asset: "wstETH", pool: "one" }, /needs --prices <file>/],
    [
      "prices that are none",
      POOLS,
      { asset: "wstETH", pool: "one", prices: "x\n" },
      /has no columns date and eth_usd/,
    ],
    [
      "a value that no tape can hold",
      GAS.replace("1.437", "1e3"),
      {},
      /1 problem\n {2}base-fee "1e3": .*plain number/,
    ],
    ["a day twice", `${GAS}2025-10-09,2,4000,1\n`, {}, /given once at 2025-10-09/],
    ["a file without rows", GAS.split("\n")[0] ?? "", {}, /at least one row/],
  ] as const)("%s", async (_, text, more, says) => {
    await expect(imported(text, more)).rejects.toThrow(says);
  });
});
