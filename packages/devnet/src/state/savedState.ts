import {
  createReadStream,
  createWriteStream,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { constants, createZstdCompress, createZstdDecompress, gunzip } from "node:zlib";
import type { Rpc } from "../chain/rpc.ts";
import { SavedStateError } from "../errors.ts";
import { genesisTimestamp } from "../genesis.ts";
import { startingAt } from "./startingAt.ts";
import type { StateFiles } from "./stateFiles.ts";
import { withOneGenesis } from "./withOneGenesis.ts";
import { writeFileAtomically } from "./writeFileAtomically.ts";

/** anvil writes its states last, so that everything from this key on is theirs. */
const statesKey = '"historical_states":';
/** How a dump ends whose writing was not cut off: the list of states, and the whole. */
const wholeEnd = "]}";
/** A window so long that one state finds the last one's code again. */
const params = { [constants.ZSTD_c_windowLog]: 24, [constants.ZSTD_c_enableLongDistanceMatching]: 1 };

/** Saves the chain's head and all blocks, without historical states: what a start after a crash continues from. */
export async function saveHead(rpc: Rpc, files: StateFiles): Promise<void> {
  const dump = await rpc<string>("anvil_dumpState");
  writeFileAtomically(files.head, Buffer.from(dump.slice(2), "hex"));
}

/**
 * Keeps the historical states out of the dump that anvil has written at its end. States repeat the contracts' code: 200 MB
 * of them become about one.
 */
export async function keepHistory(files: StateFiles): Promise<void> {
  if (!existsSync(files.dump)) return;
  if (await isWhole(files.dump)) {
    const zstd = createZstdCompress({ params });
    const draft = `${files.history}.draft`;
    await pipeline(createReadStream(files.dump), startingAt(statesKey), zstd, createWriteStream(draft));
    renameSync(draft, files.history);
  }
  rmSync(files.dump);
}

/**
 * Puts together the file that anvil loads: the head as last saved, with the historical states of the last orderly stop.
 * After a crash those are older than the head, or missing; blocks in between then have no readable state.
 * @throws {SavedStateError} when a file is damaged
 */
export async function prepareRestore(files: StateFiles): Promise<void> {
  const head = withOneGenesis(await readHead(files.head), genesisTimestamp);
  const end = head.lastIndexOf(statesKey);
  if (end < 0 || !existsSync(files.history)) return writeFileSync(files.restore, head);
  writeFileSync(files.restore, head.subarray(0, end));
  const append = createWriteStream(files.restore, { flags: "a" });
  try {
    await pipeline(createReadStream(files.history), createZstdDecompress(), append);
  } catch (cause) {
    throw new SavedStateError({ file: files.history, cause });
  }
}

/** States that are older than what follows them are of no use. */
export function forgetHistory(files: StateFiles): void {
  for (const file of [files.dump, files.history]) rmSync(file, { force: true });
}

async function readHead(file: string): Promise<Buffer> {
  try {
    return await promisify(gunzip)(readFileSync(file));
  } catch (cause) {
    throw new SavedStateError({ file, cause });
  }
}

async function isWhole(dump: string): Promise<boolean> {
  const handle = await open(dump);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(8, size));
    await handle.read(tail, { position: size - tail.length });
    return tail.toString("utf8").trimEnd().endsWith(wholeEnd);
  } finally {
    await handle.close();
  }
}
