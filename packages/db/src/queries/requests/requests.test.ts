import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { RequestLostError } from "../../errors/RequestLostError.ts";
import { claimRequests } from "./claimRequests.ts";
import { completeRequest } from "./completeRequest.ts";
import { failRequest } from "./failRequest.ts";
import { insertRequest } from "./insertRequest.ts";
import { listRequests } from "./listRequests.ts";
import { requestById } from "./requestById.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

const ask = (kind: string, payload = {}) =>
  insertRequest(dbs.admin.db, { kind, payload, requestedBy: "0xowner", account: ACCOUNT });
const claim = (kinds: string[], wanted: { limit?: number; claimedBy?: string; claimMs?: number } = {}) =>
  claimRequests(dbs.keeper.db, { kinds, limit: 10, claimedBy: "keeper-a", claimMs: 60_000, ...wanted });

test("a request is asked, claimed, answered and read back", async () => {
  const asked = await ask("read-owners", { deep: { list: ["1"] } });
  expect(asked).toMatchObject({ state: "queued", account: ACCOUNT.address });
  const [claimed] = await claim(["read-owners"]);
  expect(claimed).toMatchObject({
    id: asked.id,
    state: "running",
    claimedBy: "keeper-a",
    payload: { deep: { list: ["1"] } },
  });
  if (!claimed) throw new Error("not claimed");
  await completeRequest(dbs.keeper.db, { request: claimed, result: { owners: 3 } });
  expect(await requestById(dbs.admin.db, asked.id)).toMatchObject({
    state: "done",
    result: { owners: 3 },
    error: null,
  });
  expect(await claim(["read-owners"])).toEqual([]);
});

test("a failure carries its words, and a second answer is refused", async () => {
  await ask("backtest");
  const [request] = await claim(["backtest"]);
  if (!request) throw new Error("not claimed");
  await failRequest(dbs.keeper.db, { request, error: "no history before block 12" });
  expect(await requestById(dbs.admin.db, request.id)).toMatchObject({
    state: "failed",
    error: "no history before block 12",
  });
  await expect(completeRequest(dbs.keeper.db, { request, result: {} })).rejects.toThrow(RequestLostError);
});

test("many workers at once never get the same request, oldest go first, and a limit holds", async () => {
  for (let i = 0; i < 12; i++) await ask("preview-exit");
  const workers = ["a", "b", "c", "d"].map((claimedBy) => claim(["preview-exit"], { limit: 3, claimedBy }));
  const got = (await Promise.all(workers)).map((rows) => rows.map((row) => row.id));
  const all = got.flat();
  expect(new Set(all).size).toBe(all.length);
  for (const ids of got) {
    expect(ids.length).toBeLessThanOrEqual(3);
    expect(ids).toEqual([...ids].sort((a, b) => Number(a - b)));
  }
});

test("a request whose worker went silent is claimed by another, and the late answer is refused", async () => {
  const asked = await ask("pause");
  const [late] = await claim(["pause"], { claimMs: 0 });
  const [mine] = await claim(["pause"], { claimedBy: "keeper-b" });
  expect(mine?.id).toBe(asked.id);
  if (!late || !mine) throw new Error("not claimed");
  await expect(completeRequest(dbs.keeper.db, { request: late, result: {} })).rejects.toThrow(
    RequestLostError,
  );
  await completeRequest(dbs.keeper.db, { request: mine, result: {} });
});

test("the devnet answers scenario requests and no others; the keeper leaves those alone", async () => {
  const scenario = await ask("devnet-scenario", { name: "yield-shift" });
  const pause = await ask("pause");
  expect(await claim(["devnet-scenario"])).toEqual([]);
  const wanted = { kinds: ["devnet-scenario", "pause"], limit: 10, claimedBy: "devnet", claimMs: 60_000 };
  const claimed = await claimRequests(dbs.devnet.db, wanted);
  expect(claimed.map((row) => row.id)).toEqual([scenario.id]);
  expect((await claim(["pause"])).map((row) => row.id)).toEqual([pause.id]);
  const listed = await listRequests(dbs.admin.db, { kinds: ["devnet-scenario", "pause"], limit: 2 });
  expect(listed.map((row) => row.id)).toEqual([pause.id, scenario.id]);
});
