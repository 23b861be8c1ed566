import { EnvError } from "./env/EnvError.ts";
import { env } from "./env/env.ts";

/** Runs once when the server starts: a wrong environment ends the process with a message, before the first request. */
export function register(): void {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
