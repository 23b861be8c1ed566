import { describe, expect, it } from "vitest";
import { ChromiumMissing } from "./chromium.ts";
import { type RunSteps, runSteps } from "./runSteps.ts";
import type { Step } from "./steps.ts";

const node = (name: string, code: string, runner = false): Step => ({
  name,
  runner,
  command: [process.execPath, "-e", code],
});
const prints = (text: string, exit = 0) => `console.log(${JSON.stringify(text)}); process.exitCode = ${exit}`;

async function run(plan: Partial<RunSteps>) {
  const said: string[] = [];
  // Shown for real, these closing lines would be counted by the run that this test is part of.
  const shown: Buffer[] = [];
  const show = (chunk: Buffer) => shown.push(chunk);
  const code = await runSteps({
    show,
    root: process.cwd(),
    steps: [],
    browser: () => undefined,
    stopped: () => false,
    ...plan,
    say: (line) => said.push(line),
  });
  return { code, said: said.join("\n"), shown: Buffer.concat(shown).toString() };
}

describe("runSteps", () => {
  it("passes when everything passes, and closes with the runners' own lines", async () => {
    const steps = [
      node("lint", prints("nothing to say")),
      node("tests", prints("      Tests  3 passed (3)"), true),
    ];
    const browser = () => node("browser tests", prints("  2 passed (1s)"), true);
    const { code, said, shown } = await run({ steps, browser });
    expect(code).toBe(0);
    expect(said).not.toContain("nothing to say");
    expect(shown).toBe("      Tests  3 passed (3)\n  2 passed (1s)\n");
    expect(said).toMatch(
      /tests:\n {6}Tests {2}3 passed \(3\)\n\nbrowser tests:\n {2}2 passed \(1s\)\n\nEverything passed\.\nTotal: 5 passed, 0 failed$/,
    );
  });

  it("runs the later steps although an earlier one failed, and shows what the failed one said", async () => {
    const { code, said } = await run({
      steps: [
        node("lint", prints("a.ts is wrong", 1)),
        node("tests", prints("      Tests  3 passed (3)"), true),
      ],
    });
    expect(code).toBe(1);
    expect(said).toMatch(
      /a\.ts is wrong\n✗ lint[\s\S]*✓ tests[\s\S]*Failed: lint\.\nTotal: 3 passed, 1 failed$/,
    );
  });

  it("fails with the command to run, after the other tests, when there is no Chromium", async () => {
    const browser = () => {
      throw new ChromiumMissing(["/usr/bin/chromium"], "installing it needs root");
    };
    const { code, said } = await run({
      steps: [node("tests", prints("      Tests  3 passed (3)"), true)],
      browser,
    });
    expect(code).toBe(1);
    expect(said).toMatch(
      /✓ tests[\s\S]*apt-get install -y chromium[\s\S]*Failed: browser tests\.\nTotal: 3 passed, 1 failed$/,
    );
  });

  it("fails when a command cannot be run at all", async () => {
    const { code, said } = await run({ steps: [{ name: "lint", command: ["/no/such/program"] }] });
    expect(code).toBe(1);
    expect(said).toContain("/no/such/program cannot be run");
  });

  it("begins nothing more once it was asked to stop", async () => {
    let asked = 0;
    const steps = [node("first", prints("")), node("second", prints(""))];
    const { code, said } = await run({ steps, stopped: () => asked++ > 0 });
    expect(code).toBe(130);
    expect(said).toContain("✓ first");
    expect(said).not.toContain("second");
  });
});
