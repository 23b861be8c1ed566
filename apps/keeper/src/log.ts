import { type Logger, pino } from "pino";

export type { Logger } from "pino";

/** Structured log on standard error, one JSON line an event. Integers beyond 2^53 are written as decimal strings by the caller. */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ["*.url", "*.key", "*.password", "url", "key", "password"], censor: "[secret]" },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
