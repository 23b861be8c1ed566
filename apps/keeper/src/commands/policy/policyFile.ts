import { readFile } from "node:fs/promises";
import { type Policy, type PolicyIssue, parsePolicy } from "@ballast/core";
import type { Outcome } from "../outcome.ts";
import { UsageError } from "../usageError.ts";

type PolicyFile =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly refusal: Outcome };

/**
 * A policy in a file, YAML or JSON; or what to answer where it is none: every problem with its path, value and limit, and exit code 1.
 * @throws {UsageError} when the file cannot be read
 */
export async function policyFile(file: string): Promise<PolicyFile> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read: ${error.code}.`);
  });
  const parsed = parsePolicy(text);
  return parsed.ok ? parsed : { ok: false, refusal: refusal(file, parsed.issues) };
}

function refusal(file: string, issues: readonly PolicyIssue[]): Outcome {
  const lines = issues.map(({ path, message }) => `  ${path || "document"}: ${message}`);
  const count = issues.length === 1 ? "1 problem" : `${issues.length} problems`;
  return {
    exitCode: 1,
    text: [`${file}: ${count}`, ...lines].join("\n"),
    json: { ok: false, file, issues },
  };
}
