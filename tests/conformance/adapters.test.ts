import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  adapters,
  FACT_TOPICS,
  loadDeployment,
  routes,
  type VenueAdapter,
  type VenueReadings,
} from "@ballast/adapters";
import { checkExposure, checksumAddress } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { hasRecording } from "./recording.ts";
import type { ReplayOptions, Tamper } from "./replayFetch.ts";
import { answering, refused, replayReader } from "./replayReader.ts";

const PROTOCOLS = fileURLToPath(new URL("../../packages/adapters/src/protocols", import.meta.url));
const HEADINGS = ["How value accrues", "Ways out", "What can go wrong", "Sources"];
const WAD = 10n ** 18n;

const deployments = ["devnet", "mainnet"].map(loadDeployment);
const devnet = loadDeployment("devnet");

const readWith = (adapter: VenueAdapter, options: Parameters<typeof replayReader>[1] = {}) => {
  const played = replayReader(adapter.id, options);
  const { accounts } = played.recording;
  return { ...played, reading: adapter.read({ reader: played.reader, deployment: devnet, accounts }) };
};

const missingOf = (reading: VenueReadings) => [
  ...reading.missing,
  ...reading.accounts.flatMap(({ missing }) => missing),
];
const positionsOf = (reading: VenueReadings) => reading.accounts.flatMap(({ positions }) => positions);
/** A position's id without the operator that it may be delegated to, which only its reading tells. */
const formOf = (position: string) => position.split("@", 1)[0] ?? "";

describe("the registry", () => {
  it("states what venues depend on in sound statements that a snapshot takes", () => {
    const stated = adapters.flatMap(({ exposures }) => exposures);
    expect(stated.length).toBeGreaterThan(0);
    for (const fact of stated) expect(() => checkExposure(fact)).not.toThrow();
    for (const { id, exposures } of adapters)
      for (const { of } of exposures) expect(of.split(":")).toContain(id);
  });

  it("has one folder for each venue, and lists each folder", () => {
    const folders = readdirSync(PROTOCOLS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(adapters.map(({ id }) => id)).toEqual(folders.map(({ name }) => name).toSorted());
  });

  it("names no position twice", () => {
    const positions = adapters.flatMap((adapter) =>
      adapter.positions(devnet).map(({ position }) => position),
    );
    expect(new Set(positions).size).toBe(positions.length);
  });
});

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))("venue %s", (id, adapter) => {
  it("has an id in kebab-case and a README that says what everybody asks", () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    const page = readFileSync(`${PROTOCOLS}/${id}/README.md`, "utf8");
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
  });

  it.each(deployments.map((deployment) => [deployment.name, deployment] as const))(
    "has contracts on %s with address, chain and citation, none under two names",
    (_name, deployment) => {
      const contracts = adapter.contracts(deployment);
      for (const { address, chainId, citation } of contracts) {
        expect(address).toBe(checksumAddress(address).toLowerCase());
        expect(chainId).toBe(deployment.chainId);
        expect(citation.length).toBeGreaterThan(5);
      }
      expect(new Set(contracts.map(({ address }) => address)).size).toBe(contracts.length);
      const names = contracts.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...adapter.contractNames.required]));
    },
  );

  it("says of every due-diligence topic what is known and from where, or that it is not known", () => {
    expect(adapter.facts.map(({ topic }) => topic)).toEqual([...FACT_TOPICS]);
    for (const fact of adapter.facts.filter((one) => one.known)) {
      expect(fact.source.length).toBeGreaterThan(5);
      expect(fact.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(fact.statement).toMatch(/\.$/);
    }
  });

  it("watches only contracts that it names", () => {
    const names = [...adapter.contractNames.required, ...adapter.contractNames.optional];
    for (const { contract } of [...adapter.events, ...adapter.pauses]) expect(names).toContain(contract);
  });

  it("has a recording: node tests/conformance/record.ts", () => {
    expect(hasRecording(id)).toBe(true);
  });

  it("reads from its recording, at the recorded block, in one request or two, and misses nothing", async () => {
    const { reading, recording, replay } = readWith(adapter);
    const { accounts, missing } = await reading;
    expect(missing).toEqual([]);
    expect(accounts.map(({ account }) => account)).toEqual(recording.accounts);
    expect(replay.requests.length >= 1 && replay.requests.length <= 2).toBe(true);
    for (const call of replay.requests.flat()) {
      expect(call.params.at(-1)).toEqual({ blockHash: recording.block.hash, requireCanonical: true });
    }
  });

  it("gives the same reading twice", async () => {
    expect(await readWith(adapter).reading).toEqual(await readWith(adapter).reading);
  });

  it("gives each account every position once, valued at amount × rate rounded down, from a known asset", async () => {
    const { accounts, rates } = await readWith(adapter).reading;
    const counted = rates.map(({ asset }) => asset);
    const known = new Set<string>(["ETH", ...devnet.assets.map(({ id: asset }) => asset), ...counted]);
    for (const { positions } of accounts) {
      expect(positions.map(({ position, asset }) => ({ position: formOf(position), asset }))).toEqual(
        adapter.positions(devnet).map(({ position, asset }) => ({ position, asset })),
      );
      for (const { asset, amount, value, venue } of positions) {
        const rate = rates.find((one) => one.asset === asset)?.rate ?? 0n;
        expect(venue).toBe(id);
        expect(known.has(asset)).toBe(true);
        expect(amount >= 0n).toBe(true);
        expect(value).toBe((amount * rate) / WAD);
      }
    }
  });

  it("has rates in a sane band, each from a source that says how it is read at any block", async () => {
    const { rates } = await readWith(adapter).reading;
    expect(rates.map(({ asset, source }) => ({ asset, source }))).toEqual(
      adapter.rates(devnet).map(({ asset, source }) => ({ asset, source })),
    );
    for (const { rate } of rates) expect(rate >= WAD / 2n && rate <= 100n * WAD).toBe(true);
  });

  it("asks a second source for the balance behind every position", async () => {
    const { recording } = readWith(adapter);
    const { accounts } = recording;
    const subjects = adapter
      .criticalCalls({ deployment: devnet, accounts })
      .map(({ account, call }) => [account, call.subject]);
    const wanted = accounts.flatMap((account) =>
      adapter.positions(devnet).map(({ position }) => [account, `position:${position}`]),
    );
    expect(subjects).toEqual(expect.arrayContaining(wanted));
  });

  it("reads nothing of a deployment that leaves it out", async () => {
    const deployment = { ...devnet, venues: {} };
    const { recording, reader, replay } = replayReader(id);
    const reading = await adapter.read({ reader, deployment, accounts: recording.accounts });
    expect([positionsOf(reading), reading.rates, reading.flags, missingOf(reading)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(replay.requests.flat()).toEqual([]);
    expect([adapter.positions(deployment), adapter.contracts(deployment), adapter.rates(deployment)]).toEqual(
      [[], [], []],
    );
  });
});

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))(
  "faults under venue %s",
  (_id, adapter) => {
    const positions = adapter.positions(devnet).map(({ position }) => `position:${position}`);

    it.each<[string, ReplayOptions, string, boolean]>([
      ["a refused connection", refused, "rpc", true],
      ["an aggregate that answers nothing", answering("0x"), "empty", false],
      ["an aggregate that answers noise", answering("0xdeadbeef"), "short-data", true],
      ["no bytes at all", answering(null), "rpc", true],
      ["reverts", { tamper: () => ({ success: false, returnData: "0x08c379a0" }) }, "revert", false],
      ["empty answers", { tamper: () => ({ success: true, returnData: "0x" }) }, "empty", false],
      [
        "answers of 31 bytes",
        { tamper: () => ({ success: true, returnData: `0x${"00".repeat(31)}` }) },
        "short-data",
        false,
      ],
    ])(
      "turns %s into missing for every position of every account: no throw, no zero",
      async (_name, options, code, retry) => {
        const { reading, recording } = readWith(adapter, options);
        const { accounts, flags } = await reading;
        expect(accounts).toHaveLength(recording.accounts.length);
        for (const account of accounts) {
          expect(account.positions).toEqual([]);
          const subjects = account.missing.map(({ subject }) => subject);
          expect(subjects).toEqual(expect.arrayContaining(positions));
          expect([account.tickets, account.exits]).toEqual([[], []]);
          expect(account.missing.map((missing) => [missing.code, missing.retry])).toEqual(
            subjects.map(() => [code, retry]),
          );
        }
        expect(flags.filter(({ stops }) => stops !== "none")).toEqual([]);
      },
    );

    it("loses with any one answer at most what hangs on it, and never makes a zero of it", async () => {
      let calls = 0;
      const counting: Tamper = (result) => {
        calls += 1;
        return result;
      };
      const whole = await readWith(adapter, { tamper: counting }).reading;
      expect(calls).toBeGreaterThanOrEqual(positionsOf(whole).length);
      for (let broken = 0; broken < calls; broken += 1) {
        const tampered = await readWith(adapter, {
          tamper: (result, index) => (index === broken ? { success: false, returnData: "0x" } : result),
        }).reading;
        for (const position of positionsOf(tampered)) {
          expect(positionsOf(whole)).toContainEqual(position);
        }
      }
    });
  },
);

it("keeps recordings of nothing that is not registered", () => {
  const folder = fileURLToPath(new URL("./recordings", import.meta.url));
  const known = [...adapters, ...routes].map(({ id }) => String(id));
  expect(existsSync(folder) && readdirSync(folder).filter((name) => !known.includes(name))).toEqual([]);
});
