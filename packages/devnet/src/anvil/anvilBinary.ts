import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { AnvilMissingError } from "../errors.ts";

/**
 * The path of the platform's own anvil binary. The npm package's `anvil` command is a wrapper that survives neither a
 * SIGKILL nor takes its child with it, so that it is not used.
 * @throws {AnvilMissingError} when npm has not installed the binary for this platform.
 */
export function anvilBinary(): string {
  const arch = process.arch === "x64" ? "amd64" : process.arch;
  const packageName = `@foundry-rs/anvil-${process.platform}-${arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("@foundry-rs/anvil/package.json"));
  const searched = require.resolve.paths(packageName) ?? [];
  const found = searched
    .map((dir) => join(dir, packageName, "bin", "anvil"))
    .find((path) => existsSync(path));
  if (found === undefined) throw new AnvilMissingError(dirname(join(packageName, "x")));
  return found;
}
