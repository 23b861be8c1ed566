// The door of `npm start`, `npm test` and `npm run` with ballast, bench or goldens: installs what is missing, then runs the
// named script with the pinned Node. Plain JavaScript without dependencies: it runs before anything is installed.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./bootstrap/install.mjs";
import { pinnedNode } from "./bootstrap/pinnedNode.mjs";
import { run } from "./bootstrap/run.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const scripts = {
  "stack:start": "scripts/stack/start.ts",
  "ci:test": "scripts/ci/test.ts",
  "ci:bench": "tests/bench/main.ts",
  "ci:goldens": "tests/goldens/main.ts",
  ballast: "scripts/stack/ballast.ts",
};

/** A message for a person and an exit code: 2 for wrong use, 1 for what failed. */
function stop(message, code) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const [name = "", ...args] = process.argv.slice(2);
const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
if (!script) stop(`bootstrap: "${name}" is not one of ${Object.keys(scripts).join(", ")}.`, 2);
if (process.platform === "win32") stop("Ballast runs on Linux and macOS. On Windows use WSL 2.", 1);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Node ${process.versions.node} is too old: Ballast needs 20.19 or newer to set itself up.`, 1);
}
if (!existsSync(join(root, script)))
  stop(`${script} is missing from this checkout. Restore it: git checkout ${script}`, 1);
try {
  await install(root);
  // These take file names as typed: relative to where the person stands, which npm notes before it moves.
  const takesFiles = name === "ballast" || name === "ci:goldens";
  const cwd = takesFiles ? (process.env.INIT_CWD ?? process.cwd()) : root;
  process.exitCode = await run({ root, cwd, node: pinnedNode(root), script: join(root, script), args });
} catch (error) {
  stop(error instanceof Error ? error.message : String(error), 1);
}
