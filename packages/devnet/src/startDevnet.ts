import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Devnet } from "./node/devnet.ts";
import { openChain } from "./node/openChain.ts";
import { runDevnet } from "./node/runDevnet.ts";
import { type DevnetOptions, resolveOptions } from "./options.ts";
import { takeOver } from "./state/processes.ts";
import { type StateFiles, stateFiles } from "./state/stateFiles.ts";

/**
 * Starts a devnet, or continues the one whose state is in `stateDir`.
 * @throws {OptionError} for an option outside its limits
 * @throws {StateInUseError} when another devnet works on the directory
 * @throws {PortTakenError} when the port is taken
 * @throws {SavedStateError} when the saved chain is damaged
 * @throws {ClockError} when the wall clock stands before the devnet's genesis
 */
export async function startDevnet(options: DevnetOptions = {}): Promise<Devnet> {
  const resolved = resolveOptions(options);
  const files = stateFiles(resolved.stateDir ?? mkdtempSync(join(tmpdir(), "ballast-devnet-")));
  mkdirSync(files.dir, { recursive: true });
  await takeOver(files);
  if (resolved.fresh) forgetChain(files);
  const opened = await openChain({
    files,
    port: resolved.port,
    past: resolved,
    onProgress: resolved.onProgress,
  });
  try {
    return await runDevnet(opened, { files, options: resolved });
  } catch (error) {
    await opened.anvil.kill();
    throw error;
  }
}

function forgetChain(files: StateFiles): void {
  for (const file of [files.head, files.dump, files.history, files.mood]) rmSync(file, { force: true });
}
