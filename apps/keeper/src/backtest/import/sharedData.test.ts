import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXAMPLE_POLICY_YAML, parsePolicy, type TapeLine } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { rehearse } from "../history/rehearse.ts";
import { importFile } from "./importFile.ts";

/** Published series that lie beside a checkout and are not part of it. */
const FOLDER = fileURLToPath(new URL("../../../../../../shared/data", import.meta.url));
const isThere = existsSync(FOLDER);
const why = isThere ? "" : ` (skipped: ${FOLDER} is absent)`;

const fileOf = (start: string) =>
  join(FOLDER, readdirSync(FOLDER).find((name) => name.startsWith(start)) ?? start);

async function linesOf(start: string, since: string): Promise<TapeLine[]> {
  const { csv } = await importFile({ file: fileOf(start), asset: null, pool: null, prices: null });
  const rows = csv.trim().split("\n").slice(1);
  return rows
    .map((row) => row.split(","))
    .map(([time = "", series = "", value = ""]) => ({ time, series, value }))
    .filter(({ time }) => time >= since);
}

describe.skipIf(!isThere)(`published series${why}`, () => {
  test("stETH's daily closes from December 2024 to April 2026, Kelp's shock in them: no alarm at 1 %, three in 17 months at 0.5 %", async () => {
    const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
    if (!parsed.ok) throw new Error("the example policy is refused");
    const since = "2024-12-01";
    const once = Object.entries({
      "rate:wstETH": "1.18",
      "rate:weETH": "1.05",
      "depth:wstETH": "200000",
      "depth:weETH": "200000",
      "base-fee": "10",
      "figure:etherfi:tvl": "1000000",
      "figure:lido:tvl": "1000000",
    }).map(([series, value]) => ({ time: since, series, value }));
    const recorded = [...(await linesOf("eth_gas", since)), ...(await linesOf("eth_steth", since))];
    const lines = [...once, ...recorded.filter(({ time }) => time > since && time < "2026-05-01")];
    const { guards } = parsed.policy;
    const strict = {
      ...guards,
      marketDepeg: { ...guards.marketDepeg, threshold: 50n as never, samples: 2n },
    };
    const usual = await rehearse(parsed.policy, lines);
    expect(usual.steps).toBeGreaterThan(450);
    expect(usual.alarms).toEqual([]);
    const { alarms } = await rehearse({ ...parsed.policy, guards: strict }, lines);
    const days = alarms.map(({ time }) => new Date(Number(time) * 1000).toISOString().slice(0, 10));
    expect(days).toEqual(["2025-03-07", "2025-03-14", "2026-04-19"]);
  });
});
