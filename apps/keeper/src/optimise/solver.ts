import { Worker } from "node:worker_threads";
import { type LinearProblem, type LinearSolution, lpText } from "@ballast/core";
import type { Logger } from "../log.ts";
import { type Found, solutionOf } from "./solutionOf.ts";

/** Where problems are solved: one at a time, in the order in which they were asked. */
export type Solver = {
  /** Never rejects: an answer that is late, or whose thread died, is `timeout`. */
  readonly solve: (problem: LinearProblem) => Promise<LinearSolution>;
  readonly close: () => Promise<void>;
};

type Settings = {
  readonly log: Logger;
  /** Wall clock for one problem. The solver looks at its own clock too seldom, so its thread is ended. */
  readonly milliseconds: number;
  /** The thread's file; another one in tests of what happens when it fails. */
  readonly file?: URL;
};

const LATE: LinearSolution = { outcome: "timeout" };
/** Loading the solver takes a tenth of a second on a quiet machine. */
const START_MILLISECONDS = 20_000;

/** The next message of a thread; null when it is late, fails or ends first. */
function message(worker: Worker, milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => {
    const done = (value: unknown) => {
      clearTimeout(timer);
      worker.off("message", done).off("exit", lost).off("error", lost);
      resolve(value);
    };
    const lost = () => done(null);
    const timer = setTimeout(lost, milliseconds);
    worker.once("message", done).once("exit", lost).once("error", lost);
  });
}

/**
 * A solver in a thread of its own, started when it is first needed and again after it was lost. It keeps the process alive only while it solves.
 */
export function createSolver({ log, milliseconds, file }: Settings): Solver {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const end = async () => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  const start = async () => {
    const started = new Worker(file ?? new URL("./solverWorker.ts", import.meta.url));
    started.on("error", (error) => log.error({ error: String(error) }, "the solver's thread failed"));
    started.on("exit", () => {
      if (worker === started) worker = null;
    });
    worker = started;
    return (await message(started, START_MILLISECONDS)) === "ready" ? started : null;
  };
  const ask = async (problem: LinearProblem): Promise<LinearSolution> => {
    const ready = worker ?? (await start());
    ready?.ref();
    ready?.postMessage(lpText(problem));
    const answer = ready === null ? null : await message(ready, milliseconds);
    ready?.unref();
    if (answer !== null) return solutionOf(problem, answer as Found);
    log.warn({ milliseconds }, "the solver gave no answer in time; its thread is started anew");
    await end();
    return LATE;
  };
  return {
    solve: (problem) => {
      const answer = last.then(() => ask(problem));
      last = answer;
      return answer;
    },
    close: async () => {
      await last;
      await end();
    },
  };
}
