import { readFile } from "node:fs/promises";
import { UsageError } from "../commands/usageError.ts";

/** The text of a file that the command line names. @throws {UsageError} when it cannot be read */
export async function readInput(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read: ${error.code}.`);
  });
}
