import { createHash } from "node:crypto";
import { CanonicalError } from "@ballast/core";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hash, ZERO_HASH } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { InsertOnlyError } from "../../errors/InsertOnlyError.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { appendAudit } from "./appendAudit.ts";
import { auditPage } from "./auditPage.ts";
import { verifyAuditChain } from "./verifyAuditChain.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

const append = (by: "keeper" | "admin" | "devnet", payload: Record<string, unknown> = {}) =>
  appendAudit(dbs[by].db, { actor: `${by}:a`, kind: "policy.inserted", payload });
const tampered = async (change: ReturnType<typeof sql>) => {
  await dbs.owner.db.execute(sql`ALTER TABLE audit DISABLE TRIGGER ALL`);
  await dbs.owner.db.execute(change);
  await dbs.owner.db.execute(sql`ALTER TABLE audit ENABLE TRIGGER ALL`);
};

test("an empty log is intact and starts from zero", async () => {
  expect(await verifyAuditChain(dbs.keeper.db)).toEqual({ intact: true, head: { seq: 0n, hash: ZERO_HASH } });
});

test("entries of all roles chain up, with the role that the database saw", async () => {
  await append("keeper", { amount: 10n ** 30n, text: 'Zürich "quoted" \\ 🪨' });
  await append("admin");
  await append("devnet");
  const entries = await auditPage(dbs.admin.db, { after: 0n, limit: 10 });
  expect(entries.map(({ seq, role }) => [seq, role])).toEqual([
    [1n, "ballast_keeper"],
    [2n, "ballast_admin"],
    [3n, "ballast_devnet"],
  ]);
  expect(entries[0]?.previous).toBe(ZERO_HASH);
  expect(entries[1]?.previous).toBe(entries[0]?.hash);
  expect(await verifyAuditChain(dbs.keeper.db)).toEqual({
    intact: true,
    head: { seq: 3n, hash: entries[2]?.hash },
  });
});

test("the hash is sha256 over the documented text", async () => {
  const [entry] = await auditPage(dbs.admin.db, { after: 1n, limit: 1 });
  if (!entry) throw new Error("no entry");
  const text = `ballast/v1/audit\n{"actor":"admin:a","at":{"$int":"${entry.at}"},"kind":"policy.inserted","payload":{},"previous":"${entry.previous}","role":"ballast_admin","seq":{"$int":"2"}}`;
  expect(entry.hash).toBe(`0x${createHash("sha256").update(text).digest("hex")}`);
});

test("writers at the same moment make one chain without a gap", async () => {
  const before = await verifyAuditChain(dbs.keeper.db);
  await Promise.all(
    Array.from({ length: 15 }, (_, i) => append((["keeper", "admin", "devnet"] as const)[i % 3] ?? "keeper")),
  );
  const after = await verifyAuditChain(dbs.keeper.db);
  if (!before.intact || !after.intact) throw new Error("not intact");
  expect(after.head.seq).toBe(before.head.seq + 15n);
});

test("an entry of a transaction that is rolled back leaves no gap", async () => {
  const before = await verifyAuditChain(dbs.keeper.db);
  const undone = dbs.keeper.db.transaction(async (transaction) => {
    await appendAudit(transaction, { actor: "x", kind: "y", payload: {} });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await verifyAuditChain(dbs.keeper.db)).toEqual(before);
});

test("what a writer says of number, time, role or hash counts for nothing", async () => {
  await dbs.owner.db.execute(
    sql`INSERT INTO audit VALUES (99, 1, 'somebody', 'forger', 'a.kind', '{}', ${hash(1)}, ${hash(2)})`,
  );
  const [newest] = await auditPage(dbs.admin.db, { before: "end", limit: 1 });
  expect(newest).toMatchObject({ actor: "forger", role: "postgres" });
  expect(newest?.seq).not.toBe(99n);
  expect(await verifyAuditChain(dbs.keeper.db)).toMatchObject({ intact: true });
});

test("pages go backwards from the end and forwards from an entry", async () => {
  const backwards = await auditPage(dbs.admin.db, { before: 4n, limit: 2 });
  expect(backwards.map((entry) => entry.seq)).toEqual([3n, 2n]);
  const forwards = await auditPage(dbs.admin.db, { after: 1n, limit: 2 });
  expect(forwards.map((entry) => entry.seq)).toEqual([2n, 3n]);
});

test.each([
  ["an actor with a quote", { actor: '"', kind: "a", payload: {} }],
  ["a kind with a space", { actor: "a", kind: "a b", payload: {} }],
])("%s is refused, so that the database can write the encoding itself", async (_, entry) => {
  await expect(appendAudit(dbs.keeper.db, entry)).rejects.toThrow();
});

test("a payload without a canonical form is refused", async () => {
  await expect(append("keeper", { share: 0.5 })).rejects.toThrow(CanonicalError);
});

test.each([
  ["UPDATE", sql`UPDATE audit SET actor = 'b'`],
  ["DELETE", sql`DELETE FROM audit`],
  ["TRUNCATE", sql`TRUNCATE audit`],
])("%s is refused even to the owner of the database", async (_, change) => {
  await expect(typedErrors(() => dbs.owner.db.execute(change))).rejects.toThrow(InsertOnlyError);
});

describe("whoever switches the triggers off and", () => {
  test.each([
    [
      "changes an entry",
      2n,
      sql`UPDATE audit SET actor = 'b' WHERE seq = 2`,
      sql`UPDATE audit SET actor = 'admin:a' WHERE seq = 2`,
    ],
    [
      "changes a payload's bytes",
      3n,
      sql`UPDATE audit SET payload = '{ }' WHERE seq = 3`,
      sql`UPDATE audit SET payload = '{}' WHERE seq = 3`,
    ],
    [
      "removes an entry",
      3n,
      sql`UPDATE audit SET seq = 1000 WHERE seq = 2`,
      sql`UPDATE audit SET seq = 2 WHERE seq = 1000`,
    ],
  ])("%s is found out", async (_, seq, change, undo) => {
    await tampered(change);
    expect(await verifyAuditChain(dbs.keeper.db)).toMatchObject({ intact: false, seq });
    await tampered(undo);
    expect(await verifyAuditChain(dbs.keeper.db)).toMatchObject({ intact: true });
  });

  test("cuts the end off is found out by the head", async () => {
    const [last] = await auditPage(dbs.admin.db, { before: "end", limit: 1 });
    if (!last) throw new Error("no entry");
    await tampered(sql`DELETE FROM audit WHERE seq = ${last.seq}`);
    expect(await verifyAuditChain(dbs.keeper.db)).toMatchObject({ intact: false, seq: last.seq - 1n });
  });
});
