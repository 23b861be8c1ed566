import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adminBuild } from "./adminBuild.ts";
import { isAlive } from "./isAlive.ts";
import { stopLeftovers } from "./leftovers.ts";
import { LogFollower } from "./logFollower.ts";
import { processIdentity } from "./processIdentity.ts";
import { BrokenStateFile, readJson } from "./readJson.ts";
import { secrets } from "./secrets.ts";
import { sourceFingerprint } from "./sourceFingerprint.ts";
import { stackEnv } from "./stackEnv.ts";
import { ownRecord, releaseStackLock, takeStackLock } from "./stackLock.ts";
import { stackPaths } from "./stackPaths.ts";
import { writeJson } from "./writeJson.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "ballast-state-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe("secrets", () => {
  it("are made once, long, all different, and readable by their owner only", () => {
    const file = join(dir, "secrets.json");
    const made = secrets(file);
    expect(secrets(file)).toEqual(made);
    expect(new Set(Object.values(made)).size).toBe(5);
    expect(Object.values(made).every((secret) => /^[0-9a-f]{64}$/.test(secret))).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("keep those that are there when one is missing", () => {
    const file = join(dir, "secrets.json");
    writeJson(file, { postgres: "kept" });
    expect(secrets(file).postgres).toBe("kept");
    expect(secrets(file).session).toHaveLength(64);
  });
});

describe("readJson", () => {
  it("knows a missing file from a broken one", () => {
    expect(readJson(join(dir, "none"))).toBeUndefined();
    writeFileSync(join(dir, "broken"), "{");
    expect(() => readJson(join(dir, "broken"))).toThrow(BrokenStateFile);
  });
});

describe("the lock of a checkout", () => {
  it("is held by one, shown to the next, and taken over from a dead one", () => {
    const lock = join(dir, "lock");
    expect(takeStackLock(lock)).toBeUndefined();
    expect(takeStackLock(lock)).toEqual(ownRecord("supervisor"));
    releaseStackLock(lock);
    writeJson(lock, { ...ownRecord("supervisor"), started: "another start of the same number" });
    expect(takeStackLock(lock)).toBeUndefined();
    expect(readJson(lock)).toEqual(ownRecord("supervisor"));
  });
});

describe("leftovers", () => {
  it("end only when they are the very process of the record", async () => {
    const child = spawn(process.execPath, ["-e", "console.log(1); setInterval(() => 0, 1000)"], {
      detached: true,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const exit = once(child, "exit");
    await once(child.stdout, "data");
    const pid = child.pid ?? 0;
    const record = { name: "keeper", pid, started: processIdentity(pid)?.started ?? "" };
    expect(await stopLeftovers([{ ...record, started: "0" }], 100)).toEqual([]);
    expect(isAlive(record)).toBe(true);
    expect(await stopLeftovers([record], 5_000)).toEqual(["keeper"]);
    await exit;
    expect(isAlive(record)).toBe(false);
  });
});

describe("LogFollower", () => {
  it("gives each whole line once, and half a line only when it is whole", () => {
    const log = join(dir, "log");
    writeFileSync(log, "one\ntw");
    const follower = new LogFollower(log);
    expect(follower.lines()).toEqual(["one"]);
    appendFileSync(log, "o\nthree\n");
    expect(follower.lines()).toEqual(["two", "three"]);
    expect(follower.lines()).toEqual([]);
  });
});

describe("the admin's build", () => {
  const file = (path: string, text: string) => {
    mkdirSync(join(dir, path, ".."), { recursive: true });
    writeFileSync(join(dir, path), text);
  };

  it("is done again when a source changed, not when a test or an output did", () => {
    file("apps/admin/src/page.tsx", "1");
    const before = sourceFingerprint(dir, ["apps/admin", "none"]);
    file("apps/admin/src/page.test.ts", "1");
    file("apps/admin/.next/devnet/x.js", "1");
    expect(sourceFingerprint(dir, ["apps/admin", "none"])).toBe(before);
    file("apps/admin/src/page.tsx", "2");
    expect(sourceFingerprint(dir, ["apps/admin", "none"])).not.toBe(before);
  });

  it("is kept for each kind apart", () => {
    file("apps/admin/src/page.tsx", "1");
    file("apps/admin/.next/devnet/x.js", "1");
    const build = (devnet: boolean) => adminBuild({ root: dir, log: join(dir, "log"), devnet });
    build(true)?.done();
    expect(build(true)).toBeUndefined();
    expect(build(false)?.spec.env).toMatchObject({ NODE_ENV: "production", BALLAST_DEVNET_BUILD: undefined });
    file("apps/admin/src/page.tsx", "2");
    expect(build(true)?.spec.env).toMatchObject({ BALLAST_DEVNET_BUILD: "1" });
  });
});

describe("stackEnv", () => {
  const running = {
    phase: "running",
    supervisor: ownRecord("supervisor"),
    children: [],
    postgres: { port: 5, dir: "x" },
    rpc: ["http://a", "http://b"],
    proposerKeyFile: "/k",
  };

  it("joins the command line to the stack that runs here", () => {
    const paths = stackPaths(dir);
    mkdirSync(paths.state);
    writeJson(paths.stack, running);
    expect(stackEnv(paths)).toEqual({
      DATABASE_URL: `postgres://ballast_keeper:${secrets(paths.secrets).keeper}@127.0.0.1:5/ballast`,
      RPC_URLS: "http://a,http://b",
      BALLAST_DEPLOYMENT: "devnet",
      BALLAST_PROPOSER_KEY_FILE: "/k",
      BALLAST_STATE_DIR: paths.keeper,
    });
  });

  it("gives nothing when none runs, or what is noted is of a dead one", () => {
    const paths = stackPaths(dir);
    expect(stackEnv(paths)).toEqual({});
    mkdirSync(paths.state);
    writeJson(paths.stack, { ...running, supervisor: { ...running.supervisor, started: "0" } });
    expect(stackEnv(paths)).toEqual({});
    expect(existsSync(paths.secrets)).toBe(false);
  });
});

describe("writeJson", () => {
  it("leaves nothing but the file", () => {
    writeJson(join(dir, "a.json"), { a: 1 });
    expect(readFileSync(join(dir, "a.json"), "utf8")).toBe('{\n  "a": 1\n}\n');
    expect(existsSync(join(dir, `a.json.${process.pid}.tmp`))).toBe(false);
  });
});
