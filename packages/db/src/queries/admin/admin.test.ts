import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { address } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { NotAllowedError } from "../../errors/NotAllowedError.ts";
import { addNote } from "./addNote.ts";
import { createSignInNonce } from "./createSignInNonce.ts";
import { notesOn } from "./notesOn.ts";
import { upsertUser } from "./upsertUser.ts";
import { useSignInNonce } from "./useSignInNonce.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

test("a sign-in challenge counts once, even when two use it at the same moment", async () => {
  await createSignInNonce(dbs.admin.db, { nonce: "abc", ttlMs: 60_000 });
  const uses = await Promise.all([useSignInNonce(dbs.admin.db, "abc"), useSignInNonce(dbs.admin.db, "abc")]);
  expect(uses.sort()).toEqual([false, true]);
  expect(await useSignInNonce(dbs.admin.db, "abc")).toBe(false);
});

test("one that expired, or was never made, does not count", async () => {
  await createSignInNonce(dbs.admin.db, { nonce: "old", ttlMs: 0 });
  expect(await useSignInNonce(dbs.admin.db, "old")).toBe(false);
  expect(await useSignInNonce(dbs.admin.db, "unknown")).toBe(false);
});

test("a new challenge forgets those that ran out long ago, and only those", async () => {
  await createSignInNonce(dbs.admin.db, { nonce: "ancient", ttlMs: -2 * 86_400_000 });
  await createSignInNonce(dbs.admin.db, { nonce: "fresh", ttlMs: 60_000 });
  const rows = await dbs.admin.db.execute<{ nonce: string }>(
    sql`SELECT nonce FROM admin.sign_in_nonces ORDER BY nonce`,
  );
  expect(rows.map(({ nonce }) => nonce)).toEqual(["abc", "fresh", "old"]);
});

test("a sign-in records the person with the role of the allow-list", async () => {
  const first = await upsertUser(dbs.admin.db, { address: address(1), role: "viewer" });
  const later = await upsertUser(dbs.admin.db, { address: address(1), role: "policy-author" });
  expect(later).toMatchObject({ role: "policy-author", createdAt: first.createdAt });
});

test("notes stay with their subject, oldest first", async () => {
  for (const text of ["first", "second"])
    await addNote(dbs.admin.db, { subject: "tick:1", author: address(1), text });
  await addNote(dbs.admin.db, { subject: "tick:2", author: address(1), text: "elsewhere" });
  expect((await notesOn(dbs.admin.db, "tick:1")).map((note) => note.text)).toEqual(["first", "second"]);
});

test("the keeper does not see the admin's tables at all", async () => {
  await expect(useSignInNonce(dbs.keeper.db, "fresh")).rejects.toThrow(NotAllowedError);
});
