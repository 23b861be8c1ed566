import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAlive } from "./isAlive.ts";
import { stopLeftovers } from "./leftovers.ts";
import { stopPostmaster } from "./postgres.ts";
import { postmaster } from "./postmaster.ts";
import { readJson } from "./readJson.ts";
import type { StackState } from "./stackState.ts";
import { waitUntil } from "./waitUntil.ts";

const fakeStack = join(dirname(fileURLToPath(import.meta.url)), "fixtures", "fakeStack.ts");

type Stack = { process: ChildProcess; output: () => string; exit: Promise<number | NodeJS.Signals | null> };
let root = "";
let stacks: Stack[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ballast stack "));
  chmodSync(root, 0o711);
});

afterEach(async () => {
  for (const stack of stacks) stack.process.kill("SIGTERM");
  await Promise.all(stacks.map((stack) => stack.exit));
  stacks = [];
  // Nothing is left behind even when a supervisor was killed or an expectation failed half way.
  await stopLeftovers(state()?.children ?? [], 2_000);
  await stopPostmaster(join(root, ".ballast", "postgres", "data"));
  rmSync(root, { recursive: true, force: true });
});

function start(options: { dying?: string; args?: string[] } = {}): Stack {
  const args = [
    fakeStack,
    root,
    options.dying ?? "",
    "--port",
    "23000",
    "--devnet-port",
    "28545",
    ...(options.args ?? []),
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe", "ipc"], detached: true });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (text += chunk));
  // Not "close": that never comes for a child whose channel we closed.
  const ends = [child.stdout, child.stderr].map((stream) => once(stream as Readable, "end"));
  const exit = once(child, "exit").then(async ([code, signal]) => {
    await Promise.all(ends);
    return code ?? signal;
  });
  const stack = { process: child, output: () => text, exit };
  stacks.push(stack);
  return stack;
}

const state = () => readJson<StackState>(join(root, ".ballast", "stack.json"));
const trace = () => readFileSync(join(root, "trace"), "utf8").trim().split("\n");
const server = () => postmaster(join(root, ".ballast", "postgres", "data"));

async function up(stack: Stack): Promise<StackState> {
  const running = await waitUntil(
    () => state()?.phase === "running" && stack.output().includes("--fresh") && state(),
    { forMs: 50_000 },
  );
  expect(running, stack.output()).toBeTruthy();
  return running as StackState;
}

describe("the stack", () => {
  it("comes up in order, says how to go on, and on TERM stops in the opposite order with Postgres last", async () => {
    const stack = start();
    const { address, rpc } = await up(stack);
    expect(trace()).toEqual(["started devnet", "started keeper", "started admin"]);
    expect(stack.output()).toContain(`Open        ${address}`);
    expect(stack.output()).toContain(`-L ${new URL(rpc?.[0] ?? "").port}:127.0.0.1`);
    expect(stack.output()).toMatch(/yield-shift[\s\S]*Ctrl-C[\s\S]*--fresh/);
    stack.process.kill("SIGTERM");
    expect(await stack.exit).toBe(0);
    const stops = ["admin", "keeper", "devnet"].map((name) => `stopped with postgres up: ${name}`);
    expect(trace().slice(3)).toEqual(stops);
    expect(stack.output()).toMatch(/stopped admin\nstopped keeper\nstopped devnet\nstopped postgres\n$/);
    expect(server()).toBeUndefined();
    expect(existsSync(join(root, ".ballast", "stack.lock"))).toBe(false);
  });

  it("continues with what was kept, and begins anew with --fresh", async () => {
    for (const [args, number] of [
      [[], 1],
      [[], 2],
      [["--fresh"], 1],
    ] as const) {
      const stack = start({ args: [...args] });
      await up(stack);
      expect(stack.output()).toContain(`start number ${number}\n`);
      stack.process.kill("SIGINT");
      expect(await stack.exit).toBe(0);
    }
  });

  it("says where the first runs when started twice in one checkout, and does not touch it, not even with --fresh", async () => {
    const { address, supervisor } = await up(start());
    const second = start({ args: ["--fresh"] });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(
      `already runs from this checkout at ${address} (process ${supervisor.pid})`,
    );
    expect(isAlive(supervisor)).toBe(true);
  });

  it("recovers from kill -9: ends what was left running and uses the same Postgres again", async () => {
    const first = start();
    const before = await up(first);
    first.process.kill("SIGKILL");
    await first.exit;
    expect(before.children.filter(isAlive).map(({ name }) => name)).toEqual(["devnet", "keeper", "admin"]);
    const postgres = server();
    const second = start();
    const after = await up(second);
    expect(second.output()).toContain("stopped what it left running: admin, keeper, devnet");
    expect(second.output()).toContain("start number 2\n");
    expect(before.children.some(isAlive)).toBe(false);
    expect(after.children.filter(isAlive)).toHaveLength(3);
    expect(server()?.pid).toBe(postgres?.pid);
  });

  it.each(["devnet", "keeper", "admin-build", "admin"])(
    "goes down with exit 1 and the last lines when the %s dies",
    async (dying) => {
      const stack = start({ dying });
      expect(await stack.exit).toBe(1);
      expect(stack.output()).toContain(`The ${dying} ended (exit code 3)`);
      expect(stack.output()).toContain(`${dying} cannot go on: the disk is full`);
      expect(stack.output()).toMatch(/stopped postgres\n$/);
      expect(server()).toBeUndefined();
      if (dying === "admin-build") expect(existsSync(join(root, "built"))).toBe(false);
    },
  );

  it("stops in order when asked while it is still starting", async () => {
    const stack = start();
    await waitUntil(() => server(), { forMs: 30_000 });
    stack.process.kill("SIGTERM");
    expect(await stack.exit).toBe(0);
    expect(server()).toBeUndefined();
  });

  it("stops in order when the process that started it is gone", async () => {
    const stack = start();
    await up(stack);
    stack.process.disconnect();
    expect(await stack.exit).toBe(0);
    expect(trace().at(-1)).toBe("stopped with postgres up: devnet");
  });
});
