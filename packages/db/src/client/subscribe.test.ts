import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT, CHAIN, hash, heldLeases, newProposal, tickAt } from "../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../test/openTestDatabase.ts";
import { addSignature } from "../queries/proposals/addSignature.ts";
import { insertProposal } from "../queries/proposals/insertProposal.ts";
import { insertRequest } from "../queries/requests/insertRequest.ts";
import type { Change } from "./subscribe.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

/** Listens, does the work, and gives what came up to and including a change of `last`. */
async function changesUntil(last: string, work: () => Promise<unknown>): Promise<Change[]> {
  const changes: Change[] = [];
  let stop: (() => Promise<void>) | undefined;
  await new Promise<void>((resolve, reject) => {
    const onChange = (change: Change) => {
      changes.push(change);
      if (change.kind === "reconnected" ? last === "reconnected" : change.table === last) resolve();
    };
    dbs.admin
      .listen(onChange)
      .then((unlisten) => {
        stop = unlisten;
        return work();
      })
      .catch(reject);
  });
  await stop?.();
  return changes;
}

const of = (table: string) => ({ kind: "changed", table, account: ACCOUNT.address });

test("a change goes out with its table and account, equal ones of a transaction once", async () => {
  const leases = await heldLeases(dbs.keeper.db);
  const changes = await changesUntil("signatures", async () => {
    await tickAt(dbs.keeper.db, { n: 1, leases });
    await insertProposal(dbs.keeper.db, { proposal: newProposal(), cause: "posted", lease: leases.lane });
    const { safeTxHash } = newProposal();
    await addSignature(dbs.admin.db, {
      safeTxHash,
      owner: ACCOUNT.address,
      signature: "0xab",
      source: "admin",
    });
  });
  expect(changes).toEqual([of("ticks"), of("proposals"), of("signatures")]);
});

test("a request tells at once, with no account where it has none", async () => {
  const ask = () => insertRequest(dbs.admin.db, { kind: "pause", payload: {}, requestedBy: "cli" });
  expect(await changesUntil("requests", ask)).toEqual([
    { kind: "changed", table: "requests", account: null },
  ]);
});

test("a withdrawn block tells; a stored one does not", async () => {
  const changes = await changesUntil("blocks", () =>
    dbs.owner.db.execute(
      sql`UPDATE blocks SET canonical = false WHERE hash = ${hash(1)} AND chain_id = ${CHAIN}`,
    ),
  );
  expect(changes).toEqual([{ kind: "changed", table: "blocks", account: null }]);
});

test("after a lost connection it listens again and says so", async () => {
  const changes = await changesUntil("reconnected", () =>
    dbs.owner.db.execute(sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND usename = 'ballast_admin' AND query ILIKE 'listen%'`),
  );
  expect(changes).toEqual([{ kind: "reconnected" }]);
});
