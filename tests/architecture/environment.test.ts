import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "./checkout.ts";
import { isTest, sourceFiles } from "./sourceFiles.ts";

/** The only files that may read the environment: one for each program, and what the framework runs before ours. */
const READERS = [
  "apps/keeper/src/config/env.ts",
  "apps/admin/src/env/env.ts",
  "apps/admin/next.config.ts",
  "apps/admin/src/instrumentation.ts",
  "packages/devnet/src/bin.ts",
];
const NAME = /\b(?:BALLAST_[A-Z0-9_]*[A-Z0-9]|DATABASE_URL|RPC_URLS|CHROMIUM_PATH)\b/g;

const read = (path: string) => readFileSync(join(CHECKOUT, path), "utf8");
const code = ["packages", "apps", "scripts", "tests"].flatMap((folder) => sourceFiles(CHECKOUT, folder));
const programs = code.filter((path) => !isTest(path));
const documented = [...read("docs/environment.md").matchAll(/^\| `([A-Z0-9_]+)`/gm)].map(
  (match) => match[1] ?? "",
);

describe("environment variables", () => {
  it("are read in one file of each program only", () => {
    const readers = programs.filter(
      (path) => /^(packages|apps)\//.test(path) && /process\.env\b/.test(read(path)),
    );
    expect(readers.filter((path) => !READERS.includes(path))).toEqual([]);
  });

  it("that the code names are all in docs/environment.md", () => {
    const named = new Set(programs.flatMap((path) => read(path).match(NAME) ?? []));
    expect([...named].filter((name) => !documented.includes(name))).toEqual([]);
  });

  it("in docs/environment.md are each named by the code, once in the list", () => {
    const text = programs.map(read).join("\n");
    expect(documented.filter((name) => !text.includes(name))).toEqual([]);
    expect(new Set(documented).size).toBe(documented.length);
  });
});
