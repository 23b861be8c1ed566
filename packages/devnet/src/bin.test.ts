import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertRequest, listAccounts, requestById } from "@ballast/db";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { devnetAccounts } from "./accounts.ts";
import { connectChain } from "./chain/chain.ts";
import { genesisHash } from "./genesis.ts";
import { openDevnetDatabase } from "./testing/devnetDatabase.ts";

const bin = join(import.meta.dirname, "bin.ts");
let stateDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), "ballast-devnet-bin-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) await end(child, "SIGTERM");
  rmSync(stateDir, { recursive: true, force: true });
});

interface Ready {
  readonly ready: true;
  readonly rpc: readonly [string, string];
  readonly proposerKeyFile: string;
  readonly genesisHash: string;
  readonly block1Hash: string;
}

function run(args: readonly string[], env: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [bin, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...inherited, ...env },
  });
  children.push(child);
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const ready = new Promise<Ready>((resolve, reject) => {
    child.stdout.on("data", () => out.includes("\n") && resolve(JSON.parse(out.slice(0, out.indexOf("\n")))));
    child.once("exit", () => reject(new Error(`ended: ${err}`)));
  });
  ready.catch(() => undefined);
  return { child, ready, err: () => err };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, "exit");
  return child.exitCode;
}

const up = (...more: string[]) => ["up", "--port", "0", "--state", stateDir, "--history-days", "0", ...more];
/** Also collected: on some systems the first process is slow to do that. */
const hasEnded = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 20_000 });
const headOf = ({ rpc }: Ready) => connectChain(rpc[0]).reader.getBlock();
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("up says in one line that it is ready, mines by the clock, and ends on SIGTERM with its anvil", async () => {
  const { child, ready } = run(up("--block-seconds", "1"));
  const said = await ready;
  expect(said).toMatchObject({ ready: true, genesisHash });
  expect(statSync(said.proposerKeyFile).mode & 0o777).toBe(0o600);
  expect(readFileSync(said.proposerKeyFile, "utf8")).toBe(devnetAccounts.proposer.privateKey);
  const { number } = await headOf(said);
  await vi.waitFor(async () => expect((await headOf(said)).number).toBeGreaterThan(number + 1n), {
    timeout: 20_000,
  });
  expect(Number((await headOf(said)).timestamp)).toBeLessThanOrEqual(Date.now() / 1000);
  const { anvilPid } = JSON.parse(readFileSync(join(stateDir, "processes.json"), "utf8"));
  expect(await end(child, "SIGTERM")).toBe(0);
  await hasEnded(anvilPid);
});

test("a devnet that was killed loses nothing that its anvil still has, and leaves no anvil behind", async () => {
  const killed = run(up("--block-seconds", "3600"));
  const said = await killed.ready;
  const chain = connectChain(said.rpc[0]);
  const { timestamp } = await headOf(said);
  await vi.waitFor(() => chain.rpc("evm_mine", { timestamp: Number(timestamp) + 1 }));
  const last = await headOf(said);
  const { anvilPid } = JSON.parse(readFileSync(join(stateDir, "processes.json"), "utf8"));
  await end(killed.child, "SIGKILL");
  expect(isAlive(anvilPid)).toBe(true);
  const again = await run(up("--block-seconds", "3600")).ready;
  await hasEnded(anvilPid);
  expect(again.block1Hash).toBe(said.block1Hash);
  const same = await connectChain(again.rpc[0]).reader.getBlock({ blockNumber: last.number });
  expect(same.hash).toBe(last.hash);
});

test("with a database: the treasury is seeded and scenario requests are answered", async () => {
  const database = await openDevnetDatabase();
  const { child, ready } = run(up("--block-seconds", "2"), { DATABASE_URL: database.url });
  await ready;
  expect(await listAccounts(database.admin.db, 31337n)).toHaveLength(2);
  const payload = { name: "yield-shift", params: { aprBps: "2500" } };
  const { id } = await insertRequest(database.admin.db, {
    kind: "devnet-scenario",
    payload,
    requestedBy: "cli",
  });
  await vi.waitFor(
    async () => expect(await requestById(database.admin.db, id)).toMatchObject({ state: "done" }),
    { timeout: 20_000 },
  );
  expect((await requestById(database.admin.db, id))?.result).toMatchObject({
    sentence: expect.stringContaining("25 %"),
  });
  expect(await end(child, "SIGINT")).toBe(0);
  await database.close();
});

test("a database of another chain is refused with exit code 1, and nothing is left running", async () => {
  const database = await openDevnetDatabase();
  const first = run(up(), { DATABASE_URL: database.url });
  await first.ready;
  await end(first.child, "SIGTERM");
  const second = run(up("--fresh"), { DATABASE_URL: database.url });
  await once(second.child, "exit");
  expect(second.child.exitCode).toBe(1);
  expect(second.err()).toContain("block1Hash");
  await database.close();
});

test("with --with-parent it stops when its parent is gone", async () => {
  const script = `const { spawn } = require("node:child_process");
    const child = spawn(process.execPath, ${JSON.stringify([bin, ...up("--with-parent")])}, { stdio: ["ignore", "inherit", "ignore"] });
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "ignore"] });
  children.push(parent);
  await once(parent.stdout, "data");
  const { devnetPid, anvilPid } = JSON.parse(readFileSync(join(stateDir, "processes.json"), "utf8"));
  await end(parent, "SIGKILL");
  await vi.waitFor(() => expect([isAlive(devnetPid), isAlive(anvilPid)]).toEqual([false, false]), {
    timeout: 20_000,
  });
});

test.each([
  { args: ["up", "--port", "1"], says: "--state is missing, but must be a directory" },
  {
    args: ["up", "--state", "x", "--port", "70000"],
    says: '--port is "70000", but must be an integer from 0 to 65534',
  },
  { args: ["up", "--state", "x", "--prot", "1"], says: "Unknown option '--prot'" },
  { args: ["down"], says: 'command is "down"' },
])("$args is bad usage", async ({ args, says }) => {
  const { child, err } = run(args);
  await once(child, "exit");
  expect(child.exitCode).toBe(2);
  expect(err()).toContain(says);
});
