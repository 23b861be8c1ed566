import { join } from "node:path";

/** The files of a state directory. */
export interface StateFiles {
  readonly dir: string;
  /** the chain's head as it last was: written every few seconds, gzip */
  readonly head: string;
  /** what anvil writes when it is stopped, with its historical states; short-lived */
  readonly dump: string;
  /** the historical states of the last orderly stop, zstd */
  readonly history: string;
  /** put together from head and history for anvil to load; short-lived */
  readonly restore: string;
  /** the processes that work on this directory */
  readonly processes: string;
  readonly mood: string;
  readonly proposerKey: string;
}

export function stateFiles(dir: string): StateFiles {
  const file = (name: string) => join(dir, name);
  return {
    dir,
    head: file("head.json.gz"),
    dump: file("dump.json"),
    history: file("history.json.zst"),
    restore: file("restore.json"),
    processes: file("processes.json"),
    mood: file("mood.json"),
    proposerKey: file("proposer.key"),
  };
}
