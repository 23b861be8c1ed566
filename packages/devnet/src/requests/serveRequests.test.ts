import { insertRequest, type RequestRow, requestById } from "@ballast/db";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { OptionError } from "../errors.ts";
import type { ScenarioParameters } from "../scenarios/scenario.ts";
import { type DevnetDatabase, openDevnetDatabase } from "../testing/devnetDatabase.ts";
import { answerRequests } from "./answerRequests.ts";
import { serveRequests } from "./serveRequests.ts";

let database: DevnetDatabase;
beforeAll(async () => {
  database = await openDevnetDatabase();
});
afterAll(() => database.close());

const devnet = {
  runScenario: async (name: string, parameters: ScenarioParameters = {}) => {
    if (name === "bad") throw new OptionError({ option: "scenario", value: name, limit: "one of good" });
    return { sentence: `${name} with ${JSON.stringify(parameters)}`, transactions: ["0xabc"] as const };
  },
};
const ask = (payload: Record<string, unknown>, kind = "devnet-scenario") =>
  insertRequest(database.admin.db, { kind, payload, requestedBy: "cli" });
const look = (row: RequestRow) => requestById(database.admin.db, row.id);

test("each waiting request gets its answer, in the order of asking", async () => {
  const good = await ask({ name: "yield-shift", params: { aprBps: 100 } });
  const bad = await ask({ name: "bad" });
  const plain = await ask({ name: "calm" });
  expect(await answerRequests(database.devnet.db, devnet)).toBe(3);
  const result = { sentence: 'yield-shift with {"aprBps":100}', transactions: ["0xabc"] };
  expect(await look(good)).toMatchObject({ state: "done", result });
  expect(await look(bad)).toMatchObject({
    state: "failed",
    error: 'scenario is "bad", but must be one of good.',
  });
  expect(await look(plain)).toMatchObject({ state: "done", result: { sentence: "calm with {}" } });
});

test.each([
  { payload: {}, error: "name is missing, but must be the name of a scenario." },
  { payload: { name: 7 }, error: "name is 7, but must be the name of a scenario." },
  { payload: { name: "calm", params: [1] }, error: "params is [1], but must be an object." },
  { payload: { name: "calm", parameters: {} }, error: "parameters is {}, but must be one of name, params." },
])("$payload is answered with what is wrong", async ({ payload, error }) => {
  const row = await ask(payload);
  await answerRequests(database.devnet.db, devnet);
  expect(await look(row)).toMatchObject({ state: "failed", error });
});

test("a request for the keeper is left alone", async () => {
  const row = await ask({}, "pause");
  expect(await answerRequests(database.devnet.db, devnet)).toBe(0);
  expect(await look(row)).toMatchObject({ state: "queued" });
});

test("while it serves, a request is answered without anybody calling", async () => {
  const errors: unknown[] = [];
  const end = await serveRequests(database.devnet, { devnet, onError: (error) => errors.push(error) });
  const row = await ask({ name: "calm" });
  await vi.waitFor(async () => expect(await look(row)).toMatchObject({ state: "done" }), { timeout: 20_000 });
  await end();
  const late = await ask({ name: "calm" });
  expect(await look(late)).toMatchObject({ state: "queued" });
  expect(errors).toEqual([]);
});
