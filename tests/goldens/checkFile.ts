import { readFile } from "node:fs/promises";
import { GoldenEmpty } from "./GoldenEmpty.ts";
import { GoldenFileUnreadable } from "./GoldenFileUnreadable.ts";
import { GoldenNotJson } from "./GoldenNotJson.ts";
import { GoldenRunBroken } from "./GoldenRunBroken.ts";
import { GoldenUnreadable } from "./GoldenUnreadable.ts";
import { GoldenUnrecognised } from "./GoldenUnrecognised.ts";
import type { GoldenCheck, GoldenSuite } from "./golden.ts";

/**
 * Replays one file with the suite that knows its form.
 *
 * @throws GoldenFileUnreadable, GoldenNotJson, GoldenUnrecognised, GoldenUnreadable, GoldenEmpty, GoldenRunBroken
 */
export async function* checkFile(file: string, suites: readonly GoldenSuite[]): AsyncGenerator<GoldenCheck> {
  const document = await read(file);
  const suite = suites.find(({ recognises }) => recognises(document));
  if (suite === undefined)
    throw new GoldenUnrecognised(
      file,
      suites.map(({ protocol }) => protocol),
    );
  let compared = false;
  try {
    for await (const check of suite.run(document)) {
      compared ||= check.outcome !== "out-of-scope";
      yield check;
    }
  } catch (error) {
    throw error instanceof GoldenUnreadable ? error : new GoldenRunBroken(file, error);
  }
  if (!compared) throw new GoldenEmpty(file);
}

async function read(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new GoldenFileUnreadable(file, error);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GoldenNotJson(file, error);
  }
}
