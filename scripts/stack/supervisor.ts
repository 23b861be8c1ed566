import { rmSync } from "node:fs";
import { relative } from "node:path";
import { answers } from "./answers.ts";
import { type Child, type ChildSpec, killGroup, lastLines, startChild } from "./child.ts";
import { closingLines } from "./closingLines.ts";
import { createDatabase } from "./createDatabase.ts";
import { type DevnetReady, devnetReady } from "./devnetReady.ts";
import { freePort } from "./freePort.ts";
import { LogFollower } from "./logFollower.ts";
import { type RunningPostgres, startPostgres } from "./postgres.ts";
import { secrets } from "./secrets.ts";
import { adminAddress, keeperHealth, type Running, type Services } from "./services.ts";
import { ownRecord } from "./stackLock.ts";
import type { StackPaths } from "./stackPaths.ts";
import type { StackState } from "./stackState.ts";
import type { StartOptions } from "./startOptions.ts";
import { waitUntil } from "./waitUntil.ts";
import { writeJson } from "./writeJson.ts";

/** Somebody asked the stack to stop. */
export class StackStopped extends Error {}

/** A part of the stack ended by itself. */
export class ChildDied extends Error {
  readonly child: string;
  constructor(child: Child, how: string) {
    super(
      `The ${child.record.name} ended (${how}), so the stack stops. The end of ${child.log}:\n\n${lastLines(child.log)}\n`,
    );
    this.name = "ChildDied";
    this.child = child.record.name;
  }
}

/** A part of the stack runs, but never said that it is ready. */
export class ChildNotReady extends Error {
  readonly child: string;
  constructor(child: Child, seconds: number) {
    super(
      `The ${child.record.name} was not ready after ${seconds} s. The end of ${child.log}:\n\n${lastLines(child.log)}\n`,
    );
    this.name = "ChildNotReady";
    this.child = child.record.name;
  }
}

export type SupervisorOptions = {
  readonly paths: StackPaths;
  readonly options: StartOptions;
  readonly services: Services;
  readonly postgresDir: string;
  readonly say: (line: string) => void;
};

const READY_MS = 300_000;
const STOP_GRACE_MS = 30_000;

/** Starts the parts in order, notices when one ends, and stops them in order: admin, keeper, devnet, Postgres last. */
export class Supervisor {
  readonly #o: SupervisorOptions;
  readonly #children: Child[] = [];
  readonly #began = performance.now();
  #state: StackState = { phase: "starting", supervisor: ownRecord("supervisor"), children: [] };
  #postgres: Promise<RunningPostgres> | undefined;
  readonly #ending = new AbortController();
  #trouble = Promise.withResolvers<never>();

  constructor(options: SupervisorOptions) {
    this.#o = options;
    // Whoever waits for trouble gets it; nobody waiting yet is no unhandled rejection.
    this.#trouble.promise.catch(() => undefined);
  }

  /** Asks for an orderly end; asked again, what still runs is killed. */
  stop(): void {
    if (this.#state.phase === "stopping")
      for (const { record } of this.#children) killGroup(record.pid, "SIGKILL");
    this.#trouble.reject(new StackStopped());
  }

  /** Brings everything up, and returns only by throwing: StackStopped, ChildDied, or what kept it from starting. */
  async run(): Promise<never> {
    this.#save({});
    await this.#up();
    return await this.#trouble.promise;
  }

  async #up(): Promise<void> {
    const running = await this.#database();
    const building = this.#build(running);
    // A failed build is reported where it is awaited, below; until then it must not count as unhandled.
    building.catch(() => undefined);
    const chain = await this.#devnet(running);
    await this.#keeper(running, chain);
    await building;
    await this.#admin(running, chain);
    this.#save({ phase: "running", address: adminAddress(running) });
    const { paths, say } = this.#o;
    const ports = [running.ports.admin, ...chain.rpc.map((url) => Number(new URL(url).port))];
    for (const line of closingLines({
      address: adminAddress(running),
      ports,
      logs: relative(paths.root, paths.logs),
    }))
      say(line);
  }

  async #database(): Promise<Running> {
    const { paths, options, services, postgresDir } = this.#o;
    const kept = secrets(paths.secrets);
    this.#postgres = startPostgres({ dir: postgresDir, password: kept.postgres });
    const postgres = await this.#unlessTrouble(this.#postgres);
    this.#save({ postgres: { port: postgres.port, dir: postgresDir } });
    this.#done(`Postgres on port ${postgres.port}${postgres.reused ? " (still running from before)" : ""}`);
    const admin = await this.#port("admin", options.adminPort, []);
    const devnet = await this.#port("devnet", options.devnetPort, [admin]);
    const keeper = await freePort(0);
    const running = {
      paths,
      secrets: kept,
      fresh: options.fresh,
      ports: { postgres: postgres.port, admin, devnet, keeper },
    };
    await this.#unlessTrouble(createDatabase(postgres.url(), "ballast"));
    await this.#unlessTrouble(services.prepareDatabase(postgres.url("ballast"), running));
    this.#done("database is up to date");
    return running;
  }

  async #port(name: string, preferred: number, taken: number[]): Promise<number> {
    const port = await freePort(preferred, taken);
    const flag = name === "admin" ? "--port" : `--${name}-port`;
    if (port !== preferred)
      this.#o.say(`  port ${preferred} is busy: the ${name} takes ${port} (choose with ${flag} N)`);
    return port;
  }

  async #build(running: Running): Promise<void> {
    const build = this.#o.services.adminBuild(running);
    if (!build) return this.#done("admin is built already");
    this.#o.say("  building the admin (about half a minute) …");
    const child = this.#start(build.spec, { mayEnd: true });
    const ticking = setInterval(
      () => this.#o.say(`  still building the admin, ${this.#seconds()} s`),
      20_000,
    );
    const { code } = await this.#unlessTrouble(child.exited).finally(() => clearInterval(ticking));
    // What went wrong is on its way as trouble.
    if (code !== 0) return await this.#trouble.promise;
    build.done();
    this.#done("admin built");
  }

  async #devnet(running: Running): Promise<DevnetReady> {
    const child = this.#start(this.#o.services.devnet(running));
    const follower = new LogFollower(child.log);
    const chain = await this.#ready(child, () => {
      for (const line of follower.lines()) {
        const ready = devnetReady(line);
        if (ready) return ready;
        if (line.trim() !== "") this.#o.say(`  ${line}`);
      }
      return undefined;
    });
    this.#save({ rpc: chain.rpc, proposerKeyFile: chain.proposerKeyFile, deployment: "devnet" });
    this.#done(`local chain on ${chain.rpc[0]}`);
    return chain;
  }

  async #keeper(running: Running, chain: DevnetReady): Promise<void> {
    const child = this.#start(this.#o.services.keeper(running, chain));
    await this.#ready(child, () => answers(keeperHealth(running), (status) => status === 200));
    this.#done("keeper has done its first tick");
  }

  async #admin(running: Running, chain: DevnetReady): Promise<void> {
    const child = this.#start(this.#o.services.admin(running, chain));
    await this.#ready(child, () => answers(adminAddress(running), (status) => status < 500));
    this.#done(`admin on port ${running.ports.admin}`);
  }

  #start(spec: ChildSpec, { mayEnd = false } = {}): Child {
    const child = startChild(spec);
    this.#children.push(child);
    this.#save({ children: [...this.#state.children, child.record] });
    child.exited.then(
      ({ code, signal }) => {
        if (mayEnd && code === 0) return;
        this.#trouble.reject(new ChildDied(child, signal ? `by ${signal}` : `exit code ${code}`));
      },
      (error) => this.#trouble.reject(error),
    );
    return child;
  }

  async #ready<T>(
    child: Child,
    question: () => T | undefined | false | Promise<T | undefined | false>,
  ): Promise<T> {
    const wait = { forMs: READY_MS, everyMs: 100, signal: this.#ending.signal };
    const answer = await this.#unlessTrouble(waitUntil(question, wait));
    if (answer === undefined) throw new ChildNotReady(child, READY_MS / 1000);
    return answer;
  }

  #unlessTrouble<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#trouble.promise]);
  }

  #save(change: Partial<StackState>): void {
    this.#state = { ...this.#state, ...change };
    writeJson(this.#o.paths.stack, this.#state);
  }

  #done(what: string): void {
    if (this.#state.phase === "stopping") return;
    this.#o.say(`✓ ${what}  ${this.#seconds()} s`);
  }

  #seconds(): string {
    return ((performance.now() - this.#began) / 1000).toFixed(1);
  }

  /** Ends what runs: the last started first, Postgres when all others are gone. */
  async down(): Promise<void> {
    this.#save({ phase: "stopping" });
    this.#ending.abort();
    for (const child of this.#children.toReversed()) {
      if (child.exit()) continue;
      await child.stop(STOP_GRACE_MS);
      this.#o.say(`stopped ${child.record.name}`);
    }
    const postgres = await this.#postgres?.catch(() => undefined);
    if (postgres) {
      await postgres.stop();
      this.#o.say("stopped postgres");
    }
    rmSync(this.#o.paths.stack, { force: true });
  }
}
