import { CanonicalError } from "@ballast/core";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hash } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { DocumentCorruptError } from "../../errors/DocumentCorruptError.ts";
import { canonicalDocument } from "./canonicalDocument.ts";
import { documentById } from "./documentById.ts";
import { documentsByIds } from "./documentsByIds.ts";
import { saveDocuments } from "./saveDocuments.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

const VALUE = {
  schema: "ballast/plan/1",
  amount: 10n ** 40n,
  name: "Zürich € \u0007",
  list: [null, true, -1n],
};

test("a document comes back as the value, the text and the id that went in", async () => {
  const document = canonicalDocument("plan", VALUE);
  await saveDocuments(dbs.keeper.db, [document]);
  await saveDocuments(dbs.keeper.db, [document]);
  expect(await documentById(dbs.admin.db, document.id)).toEqual({ ...document, value: VALUE });
});

test("what is not stored is missing, not an error", async () => {
  const stored = canonicalDocument("plan", { n: 1n });
  await saveDocuments(dbs.keeper.db, [stored]);
  await saveDocuments(dbs.keeper.db, []);
  expect(await documentById(dbs.keeper.db, hash(404))).toBeUndefined();
  expect([...(await documentsByIds(dbs.keeper.db, [stored.id, hash(404)])).keys()]).toEqual([stored.id]);
  expect((await documentsByIds(dbs.keeper.db, [])).size).toBe(0);
});

test("a value without a canonical form is refused before it is stored", () => {
  expect(() => canonicalDocument("plan", { share: 0.5 })).toThrow(CanonicalError);
});

test.each([
  ["its text was changed", sql`UPDATE documents SET text = '{"n":{"$int":"3"}}'`],
  ["its kind was changed", sql`UPDATE documents SET kind = 'decision'`],
  ["white space was added to its text", sql`UPDATE documents SET text = '{"n": {"$int":"2"}}'`],
])("a document is refused when %s in the database", async (_, tamper) => {
  const document = canonicalDocument("plan", { n: 2n });
  await saveDocuments(dbs.keeper.db, [document]);
  await dbs.owner.db.execute(sql`${tamper} WHERE id = ${document.id}`);
  await expect(documentById(dbs.keeper.db, document.id)).rejects.toThrow(DocumentCorruptError);
  await expect(documentsByIds(dbs.keeper.db, [document.id])).rejects.toThrow(DocumentCorruptError);
  await dbs.owner.db.execute(sql`DELETE FROM documents`);
});
