import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT, CHAIN } from "../../../test/fixtures.ts";
import { openTestDatabase, type TestDatabases } from "../../../test/openTestDatabase.ts";
import { NotAllowedError } from "../../errors/NotAllowedError.ts";
import { addIncidentEvent } from "./addIncidentEvent.ts";
import { incidentEventsOf } from "./incidentEventsOf.ts";
import { listIncidents } from "./listIncidents.ts";
import { type NewIncident, openIncident } from "./openIncident.ts";
import { resolveIncident } from "./resolveIncident.ts";

let dbs: TestDatabases;
beforeAll(async () => {
  dbs = await openTestDatabase();
});
afterAll(() => dbs.close());

const depeg = (changes: Partial<NewIncident> = {}): NewIncident => ({
  chainId: CHAIN,
  account: ACCOUNT.address,
  rule: "market-depeg",
  subject: "asset:wstETH",
  level: "warning",
  summary: "wstETH sells 2.1 % below its rate; the limit is 1 %.",
  actor: "keeper:a",
  ...changes,
});
const over = (changes: Partial<NewIncident>, detail = "") => {
  const { chainId, account, rule, subject, actor } = depeg(changes);
  return { chainId, account, rule, subject, actor, detail };
};
const open = (changes?: Partial<NewIncident>) => openIncident(dbs.keeper.db, depeg(changes));

test("forty ticks with the same finding make one incident, and only a change is told", async () => {
  const first = await open();
  expect(first.change).toBe("opened");
  for (let i = 0; i < 3; i++)
    expect(await open()).toMatchObject({ change: "same", incident: { id: first.incident.id } });
  expect(await open({ level: "critical" })).toMatchObject({
    change: "changed",
    incident: { level: "critical" },
  });
  const story = await incidentEventsOf(dbs.admin.db, first.incident.id);
  expect(story.map((event) => event.kind)).toEqual(["opened", "changed"]);
});

test("resolved means over: the next time is a new incident", async () => {
  const { incident } = await open({ subject: "asset:weETH" });
  const back = over({ subject: "asset:weETH" }, "back at its rate");
  expect(await resolveIncident(dbs.keeper.db, back)).toMatchObject({ id: incident.id });
  expect(await resolveIncident(dbs.keeper.db, back)).toBeUndefined();
  const again = await open({ subject: "asset:weETH" });
  expect(again.change).toBe("opened");
  expect(again.incident.id).not.toBe(incident.id);
});

test("an incident of no account is one of its own, and stays one", async () => {
  const general = { account: null, rule: "no-data", subject: "source:rpc-1" };
  const first = await open(general);
  expect(await open(general)).toMatchObject({
    change: "same",
    incident: { id: first.incident.id, account: null },
  });
  expect((await open({ rule: "no-data", subject: "source:rpc-1" })).change).toBe("opened");
  const of = (account: null | undefined) =>
    listIncidents(dbs.admin.db, {
      chainId: CHAIN,
      limit: 50,
      openOnly: true,
      ...(account === null && { account }),
    });
  expect((await of(null)).map((row) => row.id)).toEqual([first.incident.id]);
  expect((await of(undefined)).length).toBeGreaterThan(2);
  expect(await resolveIncident(dbs.keeper.db, over(general))).toMatchObject({ id: first.incident.id });
});

test("two keepers that find the same thing at once open one incident", async () => {
  const opened = await Promise.all(Array.from({ length: 6 }, () => open({ subject: "asset:race" })));
  expect(new Set(opened.map(({ incident }) => incident.id)).size).toBe(1);
  expect(opened.filter(({ change }) => change === "opened")).toHaveLength(1);
});

test("people acknowledge and note; they do not resolve", async () => {
  const { incident } = await open({ subject: "asset:ack" });
  const event = { incidentId: incident.id, actor: "0xabc" };
  await addIncidentEvent(dbs.admin.db, { ...event, kind: "acknowledged", detail: "on it" });
  await addIncidentEvent(dbs.admin.db, { ...event, kind: "noted" });
  for (const kind of ["resolved", "opened", "changed"] as const) {
    await expect(addIncidentEvent(dbs.admin.db, { ...event, kind })).rejects.toThrow(NotAllowedError);
  }
  await expect(resolveIncident(dbs.admin.db, over({ subject: "asset:ack" }))).rejects.toThrow(
    NotAllowedError,
  );
  const story = await incidentEventsOf(dbs.keeper.db, incident.id);
  expect(story.map((told) => told.kind)).toEqual(["opened", "acknowledged", "noted"]);
});
