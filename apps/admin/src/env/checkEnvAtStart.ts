import { EnvError } from "./EnvError.ts";
import { env } from "./env.ts";

/** A wrong environment ends the process with a message, before the first request. */
export function checkEnvAtStart(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
