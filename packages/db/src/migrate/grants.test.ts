import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabases } from "../../test/openTestDatabase.ts";
import { NotAllowedError } from "../errors/NotAllowedError.ts";
import { typedErrors } from "../errors/typedErrors.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

type Role = "keeper" | "admin" | "devnet";

const KEEPER_WRITES =
  "accounts blocks chain_identity documents incident_events incidents keeper_status leases nonce_reservations " +
  "proposal_events proposals requests samples signatures sweeps ticket_events ticket_scans tickets ticks " +
  "treasuries";
const ADMIN_OWN = "admin.address_book admin.notes admin.sign_in_nonces admin.silences admin.users";

/** Every table that the role may write to, and how. What is not here must be refused. */
const MAY: Record<Role, Record<"INSERT" | "UPDATE" | "DELETE" | "TRUNCATE", string>> = {
  keeper: {
    INSERT: KEEPER_WRITES,
    UPDATE:
      "blocks incidents keeper_status leases nonce_reservations proposals requests sweeps " +
      "ticket_events ticket_scans tickets ticks",
    DELETE: "",
    TRUNCATE: "",
  },
  admin: {
    INSERT: `${ADMIN_OWN} incident_events policies policy_approvals requests signatures`,
    UPDATE: ADMIN_OWN,
    DELETE: ADMIN_OWN,
    TRUNCATE: "",
  },
  devnet: {
    INSERT: "accounts chain_identity policies policy_approvals requests treasuries",
    UPDATE: "requests",
    DELETE: "",
    TRUNCATE: "",
  },
};

const grid = Object.entries(MAY).flatMap(([role, verbs]) =>
  Object.entries(verbs).map(([verb, tables]) => ({ role, verb, tables: tables.split(" ").filter(Boolean) })),
);

test.each(grid)("$role may $verb exactly: $tables", async ({ role, verb, tables }) => {
  const rows = await dbs.owner.db.execute<{ name: string }>(sql`
    SELECT (CASE schemaname WHEN 'public' THEN '' ELSE schemaname || '.' END) || tablename AS name FROM pg_tables
    WHERE schemaname IN ('public', 'admin')
      AND has_table_privilege(${`ballast_${role}`}, format('%I.%I', schemaname, tablename), ${verb}) ORDER BY 1`);
  expect(rows.map(({ name }) => name)).toEqual(tables);
});

const HASH = `'0x${"1".repeat(64)}'`;
const ADDRESS = `'0x${"a".repeat(40)}'`;

const FORBIDDEN: readonly (readonly [Role, string, string])[] = [
  [
    "keeper",
    "write a policy",
    `INSERT INTO policies VALUES (${HASH}, 1, ${ADDRESS}, 1, ${HASH}, '{}', ${ADDRESS})`,
  ],
  ["keeper", "approve a policy", `INSERT INTO policy_approvals VALUES (${HASH}, ${ADDRESS}, 0, '0xab')`],
  ["keeper", "change a document", "UPDATE documents SET kind = 'x'"],
  ["keeper", "forget a tick", "DELETE FROM ticks"],
  ["keeper", "change a signature", "UPDATE signatures SET signature = '0xab'"],
  ["keeper", "read the admin's tables", "SELECT * FROM admin.users"],
  ["keeper", "move the audit's head", "UPDATE audit_head SET seq = 0"],
  [
    "keeper",
    "choose an audit hash",
    `INSERT INTO audit (actor, kind, payload, hash) VALUES ('a', 'b', '{}', ${HASH})`,
  ],
  ["keeper", "change the claimed chain", "UPDATE chain_identity SET chain_id = 1"],
  ["keeper", "change the schema", "CREATE TABLE mine (n int)"],
  ["keeper", "show an epoch without a row", "SELECT demand_current_epoch('x', 1)"],
  ["admin", "write a document", `INSERT INTO documents VALUES (${HASH}, 'decision', '{}')`],
  ["admin", "write a tick", "INSERT INTO ticks (chain_id) VALUES (1)"],
  ["admin", "end a tick", "UPDATE ticks SET outcome = 'held'"],
  ["admin", "write a proposal", "INSERT INTO proposals (chain_id) VALUES (1)"],
  ["admin", "change a proposal's state", "UPDATE proposals SET state = 'deleted'"],
  ["admin", "write a sample", "INSERT INTO samples (chain_id) VALUES (1)"],
  ["admin", "take a lease", "INSERT INTO leases VALUES ('lane:1:x', 'admin', 1, now())"],
  ["admin", "change a policy", "UPDATE policies SET document = '{}'"],
  ["admin", "take back an approval", "DELETE FROM policy_approvals"],
  ["admin", "take back a signature", "DELETE FROM signatures"],
  ["admin", "answer a request", "UPDATE requests SET state = 'done'"],
  [
    "admin",
    "ask with the answer",
    "INSERT INTO requests (kind, payload, requested_by, state) VALUES ('x', '{}', 'a', 'done')",
  ],
  ["admin", "change the audit", "UPDATE audit SET actor = 'x'"],
  ["devnet", "read ticks", "SELECT * FROM ticks"],
  ["devnet", "read signatures", "SELECT * FROM signatures"],
  ["devnet", "write a proposal", "INSERT INTO proposals (chain_id) VALUES (1)"],
  ["devnet", "take a lease", "INSERT INTO leases VALUES ('lane:1:x', 'devnet', 1, now())"],
  ["devnet", "read the admin's tables", "SELECT * FROM admin.users"],
];

describe("forbidden, tried for real:", () => {
  test.each(FORBIDDEN)("%s cannot %s", async (role, _, statement) => {
    await expect(typedErrors(() => dbs[role].db.execute(sql.raw(statement)))).rejects.toThrow(
      NotAllowedError,
    );
  });
});

test("no role may do anything on the server itself", async () => {
  const rows = await dbs.owner.db.execute(sql`
    SELECT count(*)::int AS n FROM pg_roles WHERE rolname LIKE 'ballast\\_%'
      AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)`);
  expect(rows[0]).toEqual({ n: 0 });
});

test("a stranger with a login gets nowhere", async () => {
  const rows = await dbs.owner.db.execute(sql`
    SELECT count(*)::int AS n FROM pg_tables WHERE schemaname IN ('public', 'admin')
      AND has_table_privilege('public', format('%I.%I', schemaname, tablename), 'SELECT')`);
  expect(rows[0]).toEqual({ n: 0 });
});
