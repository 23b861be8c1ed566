import { readFileSync } from "node:fs";

/** A file of ours is there but is not JSON. */
export class BrokenStateFile extends Error {
  readonly path: string;
  constructor(path: string, options: ErrorOptions) {
    super(
      `${path} is not valid JSON. Remove it and run \`npm start\` again; nothing else depends on it.`,
      options,
    );
    this.name = "BrokenStateFile";
    this.path = path;
  }
}

/** The content of a JSON file that this project wrote; undefined when it is not there. @throws BrokenStateFile */
export function readJson<T>(path: string): T | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new BrokenStateFile(path, { cause });
  }
}
