import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { fingerprint, workspaceFolders } from "./fingerprint.mjs";

const parent = fileURLToPath(new URL("fixtures/parent.mjs", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

async function waiting() {
  const process_ = spawn(process.execPath, [parent, "wait"], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  process_.stdout.on("data", (chunk) => {
    output += chunk;
  });
  await once(process_.stdout, "data");
  return { process: process_, output: () => output, child: Number(output.split(" ").at(-1)) };
}

describe("run", () => {
  it.each([0, 1, 2, 75])("passes exit code %i through and says nothing itself", (code) => {
    const done = spawnSync(process.execPath, [parent, String(code)], { encoding: "utf8" });
    expect(done).toMatchObject({ status: code, stdout: "", stderr: "" });
  });

  it("hands a signal on and waits for the child's own end", async () => {
    const { process, output } = await waiting();
    process.kill("SIGTERM");
    const [code] = await once(process, "close");
    expect(code).toBe(7);
    expect(output()).toContain("child: SIGTERM");
  });

  it("lets the child know when it is killed itself", async () => {
    const { process, output } = await waiting();
    process.kill("SIGKILL");
    await once(process.stdout, "end");
    expect(output()).toContain("child: parent lost");
  });

  it("answers 128 and the number for a child that a signal killed", async () => {
    const { process, child } = await waiting();
    globalThis.process.kill(child, "SIGKILL");
    expect(await once(process, "close")).toEqual([137, null]);
  });
});

describe("the fingerprint of an install", () => {
  it("changes with the lock file and with any package.json, not with sources", () => {
    const copy = mkdtempSync(join(tmpdir(), "ballast-fingerprint-"));
    dirs.push(copy);
    const files = [
      "pnpm-lock.yaml",
      "pnpm-workspace.yaml",
      ...workspaceFolders(root).map((folder) => join(folder, "package.json")),
    ];
    for (const file of files) cpSync(join(root, file), join(copy, file));
    const before = fingerprint(copy);
    expect(before).toBe(fingerprint(root));
    writeFileSync(join(copy, "packages", "core", "x.ts"), "");
    expect(fingerprint(copy)).toBe(before);
    writeFileSync(join(copy, "packages", "core", "package.json"), "{}");
    const changed = fingerprint(copy);
    expect(changed).not.toBe(before);
    writeFileSync(join(copy, "pnpm-lock.yaml"), "");
    expect(fingerprint(copy)).not.toBe(changed);
  });
});

describe("bootstrap.mjs", () => {
  it("refuses a name that it does not know with exit 2, on stderr", () => {
    const done = spawnSync(process.execPath, [join(root, "scripts", "bootstrap.mjs"), "toString"], {
      encoding: "utf8",
    });
    expect(done).toMatchObject({ status: 2, stdout: "" });
    expect(done.stderr).toContain("stack:start, ci:test");
  });
});
