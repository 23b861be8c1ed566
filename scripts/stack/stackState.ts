/** A process of the stack, told apart from a later one with the same number by its start. */
export type ProcessRecord = { readonly name: string; readonly pid: number; readonly started: string };

/** What `.ballast/stack.json` tells: the stack that runs in this checkout, or the last one that did. */
export type StackState = {
  readonly phase: "starting" | "running" | "stopping";
  readonly supervisor: ProcessRecord;
  /** What was started, in order; stopped in the opposite one. Postgres is not in it: it has its own pid file. */
  readonly children: readonly ProcessRecord[];
  readonly postgres?: { readonly port: number; readonly dir: string };
  readonly address?: string;
  readonly rpc?: readonly string[];
  readonly proposerKeyFile?: string;
  readonly deployment?: string;
};
