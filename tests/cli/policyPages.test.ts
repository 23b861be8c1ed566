import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "./runCli.ts";

const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));
const WHOSE = [
  ...["--account", "0x5FbDB2315678afecb367f032d93F642f64180aa3"],
  ...["--proposer", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"],
];

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "ballast-pages-"));
});
afterAll(() => rm(dir, { recursive: true }));

const stored = (path: string) => readFile(join(CHECKOUT, path), "utf8");

describe("what is written from the schema is current", () => {
  test("docs/policy.md is what `ballast policy reference` prints", async () => {
    const { code, out } = await runCli(["policy", "reference"]);
    expect(code).toBe(0);
    expect(out).toBe(await stored("docs/policy.md"));
  });

  test("packages/core/policy.schema.json is what `ballast policy schema` prints", async () => {
    const { code, out } = await runCli(["policy", "schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(await stored("packages/core/policy.schema.json")));
  });
});

describe("policy preset", () => {
  test("writes a policy that policy check takes", async () => {
    const { code, out } = await runCli(["policy", "preset", "balanced", ...WHOSE, "--chain", "31337"]);
    expect(code).toBe(0);
    const path = join(dir, "balanced.yaml");
    await writeFile(path, out);
    const checked = await runCli(["policy", "check", path]);
    expect(checked.out).toMatch(/fine\. Version 1 for 0x5fbdb2315678afecb367f032d93f642f64180aa3/);
  });

  test.each([
    { args: ["bold", ...WHOSE], says: /got "bold"; give one of conservative, balanced, active/ },
    { args: ["active"], says: /--account <address> is missing/ },
    { args: ["active", ...WHOSE, "--chain", "0x1"], says: /--chain got "0x1"/ },
    { args: ["active", ...WHOSE, "--proposer", "0x12"], says: /proposer is "0x12"/ },
  ])("$args is bad usage", async ({ args, says }) => {
    const { code, err } = await runCli(["policy", "preset", ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});
