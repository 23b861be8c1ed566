import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { startPostgres } from "./postgres.ts";
import { postmaster } from "./postmaster.ts";
import { waitUntil } from "./waitUntil.ts";

const root = mkdtempSync(join(tmpdir(), "ballast postgres "));
chmodSync(root, 0o711);
const dir = join(root, "pg");
const options = { dir, password: "p@ss/word:1", disposable: true };
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  try {
    return Object.values((await sql.unsafe(question))[0] ?? {})[0];
  } finally {
    await sql.end();
  }
}

describe("startPostgres", () => {
  it("keeps what was written across stop and start, uses a server left behind again, and starts after kill -9", async () => {
    const first = await startPostgres(options);
    expect(first.reused).toBe(false);
    await ask(first.url(), "CREATE TABLE kept AS SELECT 7 AS n");
    const again = await startPostgres(options);
    expect(again).toMatchObject({ reused: true, pid: first.pid, port: first.port });
    await again.stop();
    expect(postmaster(join(dir, "data"))).toBeUndefined();

    const second = await startPostgres(options);
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.url(), "SELECT n FROM kept")).toBe(7);
    process.kill(second.pid, "SIGKILL");
    await waitUntil(() => postmaster(join(dir, "data")) === undefined, { forMs: 10_000 });

    const third = await startPostgres(options);
    expect(await ask(third.url(), "SELECT n FROM kept")).toBe(7);
    await third.stop();
  });

  it("listens on 127.0.0.1 only and opens no socket file", async () => {
    const server = await startPostgres(options);
    expect(await ask(server.url(), "SHOW listen_addresses")).toBe("127.0.0.1");
    expect(existsSync(`/tmp/.s.PGSQL.${server.port}`)).toBe(false);
    await server.stop();
  });

  it("refuses a wrong password", async () => {
    const server = await startPostgres(options);
    await expect(ask(server.url().replace("word", "sword"), "SELECT 1")).rejects.toThrow(/password/);
    await server.stop();
  });
});
