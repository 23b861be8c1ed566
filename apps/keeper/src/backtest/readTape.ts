import { createHash } from "node:crypto";
import { parseTape, type Tape } from "@ballast/core";
import { InputRefusedError } from "./inputRefusedError.ts";
import { readInput } from "./readInput.ts";

/** A tape from a file, with the file's hash. @throws {UsageError} when it cannot be read @throws {InputRefusedError} when it is no tape */
export async function readTape(file: string): Promise<{ readonly tape: Tape; readonly sha256: string }> {
  const text = await readInput(file);
  const parsed = parseTape(text);
  if (parsed.ok) return { tape: parsed.tape, sha256: createHash("sha256").update(text).digest("hex") };
  const problems = parsed.issues.map(({ line, series, value, limit }) => {
    const at = line === 0 ? "" : `line ${line}: `;
    return `${at}${series === "" ? "" : `${series} is `}${JSON.stringify(value)}; ${limit}`;
  });
  throw new InputRefusedError({ file, problems });
}
