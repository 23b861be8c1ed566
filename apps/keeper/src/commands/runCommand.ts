import { DeploymentNotFound } from "@ballast/adapters";
import { ConfigError } from "../config/configError.ts";
import type { ExitCode, Outcome } from "./outcome.ts";
import { UsageError } from "./usageError.ts";

type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** Runs one command and prints its answer once; with `json` as one JSON document, errors included. */
export async function runCommand(
  command: () => Promise<Outcome>,
  options: { readonly json: boolean; readonly streams: Streams },
): Promise<ExitCode> {
  try {
    const outcome = await command();
    options.streams.out(options.json ? `${toJson(outcome.json)}\n` : ensureNewline(outcome.text));
    return outcome.exitCode;
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    if (options.json) options.streams.out(`${toJson({ error: failure.name, message: failure.message })}\n`);
    options.streams.err(ensureNewline(failure.message));
    return exitCodeOf(failure);
  }
}

/** Errors say themselves whether trying again can help: a field `retry`, set where the error is made. */
export function exitCodeOf(error: Error): ExitCode {
  const isUsage = [ConfigError, UsageError, DeploymentNotFound].some((kind) => error instanceof kind);
  if (isUsage) return 2;
  return (error as { readonly retry?: unknown }).retry === true ? 75 : 1;
}

const toJson = (value: unknown) =>
  JSON.stringify(value, (_key, part) => (typeof part === "bigint" ? part.toString() : part), 2);

const ensureNewline = (text: string) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
