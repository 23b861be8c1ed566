import { type Policy, parsePolicy } from "@ballast/core";
import { InputRefusedError } from "./inputRefusedError.ts";
import { readInput } from "./readInput.ts";

/** A policy from a file. @throws {UsageError} when it cannot be read @throws {InputRefusedError} when it is no policy */
export async function readPolicy(file: string): Promise<Policy> {
  const parsed = parsePolicy(await readInput(file));
  if (parsed.ok) return parsed.policy;
  const problems = parsed.issues.map(({ path, message }) => `${path || "document"}: ${message}`);
  throw new InputRefusedError({ file, problems });
}
