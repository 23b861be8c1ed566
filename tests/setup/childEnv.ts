import { join } from "node:path";

/**
 * Environment of the commands that tests run: nothing of this process's own but PATH. Node keeps what it compiled of them, so that a command is not stripped of its
 * types and compiled anew each time; an entry is found by its source's content.
 */
export const childEnv: Readonly<Record<string, string | undefined>> = {
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: join(import.meta.dirname, "..", "..", "node_modules", ".cache", "ballast-tests"),
};
