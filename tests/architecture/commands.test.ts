import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { childEnv } from "../setup/childEnv.ts";
import { CHECKOUT } from "./checkout.ts";

const PAGES = ["README.md", "CONTRIBUTING.md"];
const read = (path: string) => readFileSync(join(CHECKOUT, path), "utf8");

/** What a page shows as code: spans and fenced lines. */
function codeIn(text: string): string[] {
  const fences = [...text.matchAll(/^```(?:sh|bash|console)?\n([\s\S]*?)^```/gm)].flatMap((match) =>
    (match[1] ?? "").split("\n"),
  );
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)].map(
    (match) => match[1] ?? "",
  );
  return [...fences, ...spans].map((line) => line.trim()).filter((line) => line !== "");
}

const all = PAGES.flatMap((page) => codeIn(read(page)));
const scripts = new Set(
  all.flatMap((line) => /^npm (?:run (?:-s )?)?([\w:-]+)/.exec(line)?.slice(1, 2) ?? []),
);
const cli = new Set(
  all
    .flatMap(
      (line) => /(?:^npm run (?:-s )?ballast -- |^ballast )([a-z][a-z -]*)/.exec(line)?.slice(1, 2) ?? [],
    )
    .map((words) => words.trim()),
);
const paths = new Set(all.filter((line) => /^(packages|apps|tests|scripts|docs)\/[\w./-]*$/.test(line)));

describe("README and CONTRIBUTING", () => {
  it.each([...scripts])("`npm run %s` exists", (name) => {
    expect(Object.keys(JSON.parse(read("package.json")).scripts)).toContain(name);
  });

  it.each([...cli])("`ballast %s` exists", (words) => {
    const [command = "", sub = ""] = words.split(" ");
    const help = spawnSync(process.execPath, [join(CHECKOUT, "apps/keeper/src/cli.ts"), command, "--help"], {
      encoding: "utf8",
      env: childEnv,
    });
    expect(help.status, help.stderr).toBe(0);
    expect(help.stdout).toContain(command);
    if (/^(check|diff|publish|export|up|scenario)$/.test(sub)) expect(help.stdout).toContain(sub);
  });

  it.each([...paths])("%s exists", (path) => {
    expect(existsSync(join(CHECKOUT, path)), path).toBe(true);
  });

  it("name something at all", () => {
    expect([scripts.size, cli.size, paths.size].every((size) => size > 2)).toBe(true);
  });
});
