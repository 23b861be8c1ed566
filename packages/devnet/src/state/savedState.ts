import { existsSync, readFileSync, rmSync } from "node:fs";
import { promisify } from "node:util";
import { constants, gunzip, zstdCompress, zstdDecompress } from "node:zlib";
import type { Rpc } from "../chain/rpc.ts";
import { SavedStateError } from "../errors.ts";
import type { StateFiles } from "./stateFiles.ts";
import { writeFileAtomically } from "./writeFileAtomically.ts";

/** anvil writes its states last, so that everything from this key on is theirs. */
const statesKey = '"historical_states":';
/** How a dump ends whose writing was not cut off: the list of states, and the whole. */
const wholeEnd = "]}";

/** Saves the chain's head and all blocks, without historical states: what a start after a crash continues from. */
export async function saveHead(rpc: Rpc, files: StateFiles): Promise<void> {
  const dump = await rpc<string>("anvil_dumpState");
  writeFileAtomically(files.head, Buffer.from(dump.slice(2), "hex"));
}

/**
 * Keeps the historical states out of the dump that anvil has written at its end. States repeat the contracts' code:
 * a long window makes 200 MB of them about one.
 */
export async function keepHistory(files: StateFiles): Promise<void> {
  if (!existsSync(files.dump)) return;
  const dump = readFileSync(files.dump);
  const from = dump.lastIndexOf(statesKey);
  const isWhole = dump.subarray(-8).toString("utf8").trimEnd().endsWith(wholeEnd);
  if (from >= 0 && isWhole) {
    const params = { [constants.ZSTD_c_windowLog]: 24, [constants.ZSTD_c_enableLongDistanceMatching]: 1 };
    writeFileAtomically(files.history, await promisify(zstdCompress)(dump.subarray(from), { params }));
  }
  rmSync(files.dump);
}

/**
 * Puts together the file that anvil loads: the head as last saved, with the historical states of the last orderly stop.
 * After a crash those are older than the head, or missing; blocks in between then have no readable state.
 * @throws {SavedStateError} when a file is damaged
 */
export async function prepareRestore(files: StateFiles): Promise<void> {
  const head = await decompressed(files.head, promisify(gunzip));
  const end = head.lastIndexOf(statesKey);
  const history = existsSync(files.history)
    ? await decompressed(files.history, promisify(zstdDecompress))
    : null;
  const whole = end < 0 || history === null ? head : Buffer.concat([head.subarray(0, end), history]);
  writeFileAtomically(files.restore, whole);
}

async function decompressed(file: string, decompress: (content: Buffer) => Promise<Buffer>): Promise<Buffer> {
  try {
    return await decompress(readFileSync(file));
  } catch (cause) {
    throw new SavedStateError({ file, cause });
  }
}
