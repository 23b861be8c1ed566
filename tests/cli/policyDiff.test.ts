import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLE_POLICY_YAML } from "@ballast/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "./runCli.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "ballast-diff-"));
  const next = EXAMPLE_POLICY_YAML.replace("version: 1", "version: 2");
  await write("now.yaml", EXAMPLE_POLICY_YAML);
  await write("tighter.yaml", next.replace("payback: 30d", "payback: 20d"));
  await write("quorum.yaml", next.replace("quorum: 2", "quorum: 3"));
  await write("ceiling.yaml", next.replace("emergencySlippage: 2%", "emergencySlippage: 1%"));
  await write("mixed.yaml", next.replace("payback: 30d", "payback: 20d").replace("grace: 5m", "grace: 6m"));
  await write("same.yaml", next);
  await write("wrong.yaml", EXAMPLE_POLICY_YAML.replace("payback: 30d", "payback: 30"));
});
afterAll(() => rm(dir, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(dir, name), text);
const diff = (to: string, ...more: string[]) =>
  runCli(["policy", "diff", join(dir, "now.yaml"), join(dir, to), ...more]);

describe("policy diff", () => {
  test("says of a tightening which field tightens, why, and that one owner is enough at once", async () => {
    const { code, out, err } = await diff("tighter.yaml", "--refuse-looser");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/tighter\.yaml: tighter\./);
    expect(out).toMatch(/tighter +costs\.payback: 30d → 20d\n +An entry must pay for itself sooner/);
    expect(out).toMatch(/Approvals: one owner, the author too\. It takes effect at once\./);
  });

  test.each([
    ["a higher quorum", "quorum.yaml", /looser +guards\.sourceSilent\.quorum: 2 → 3/],
    ["a lower emergency ceiling", "ceiling.yaml", /looser +costs\.emergencySlippage: 2% → 1%/],
    ["a looser change beside a tighter one", "mixed.yaml", /looser +guards\.staleOracle\.grace: 5m → 6m/],
  ])("%s reads looser: the threshold, and the delay", async (_name, file, says) => {
    const { code, out } = await diff(file);
    expect(code).toBe(0);
    expect(out).toMatch(/: looser\./);
    expect(out).toMatch(says);
    expect(out).toMatch(
      /as many owners as the Safe's threshold, the author not alone\. It takes effect 1d after/,
    );
    expect((await diff(file, "--refuse-looser")).code).toBe(1);
  });

  test("says that nothing differs but the version", async () => {
    expect((await diff("same.yaml")).out).toMatch(/neutral: no limit differs\.\nApprovals: one owner/);
  });

  test("gives one JSON document with --json", async () => {
    const { out } = await diff("mixed.yaml", "--json");
    expect(JSON.parse(out)).toMatchObject({
      verdict: "looser",
      changes: [
        { path: "version", verdict: "neutral" },
        { path: "costs.payback", before: "30d", after: "20d", verdict: "tighter" },
        { path: "guards.staleOracle.grace", verdict: "looser" },
      ],
      approvals: { by: "threshold", delaySeconds: "86400" },
    });
  });

  test("refuses what is no policy, and says of which file", async () => {
    const { code, out } = await diff("wrong.yaml");
    expect(code).toBe(1);
    expect(out).toMatch(/wrong\.yaml: 1 problem\n {2}costs\.payback/);
  });

  test("needs both files", async () => {
    const { code, err } = await runCli(["policy", "diff", join(dir, "now.yaml")]);
    expect(code).toBe(2);
    expect(err).toMatch(/missing required argument 'after'/);
  });
});
