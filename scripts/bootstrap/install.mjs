import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fingerprint, workspaceFolders } from "./fingerprint.mjs";
import { pnpm } from "./pnpm.mjs";

const say = (line) => process.stderr.write(`${line}\n`);
const stampFile = (root) => join(root, "node_modules", ".ballast-install");

/** Whether node_modules is what the lock file asks for, as far as our own stamp tells. */
export function installed(root) {
  const complete = workspaceFolders(root).every((folder) => existsSync(join(root, folder, "node_modules")));
  return (
    complete && existsSync(stampFile(root)) && readFileSync(stampFile(root), "utf8") === fingerprint(root)
  );
}

/** Installs with the pinned pnpm and the frozen lock file, unless that is done. One at a time per checkout. */
export async function install(root) {
  if (installed(root)) return;
  const lock = join(root, ".ballast", "install.lock");
  mkdirSync(join(root, ".ballast"), { recursive: true, mode: 0o711 });
  await take(lock);
  try {
    if (!installed(root)) await runInstall(root);
  } finally {
    rmSync(lock, { force: true });
  }
}

async function take(lock) {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = holderOf(lock);
    if (holder === undefined) rmSync(lock, { force: true });
    else if (!told) say(`Another install runs in this checkout (process ${holder}); waiting for it.`);
    if (holder !== undefined) await delay(500);
  }
}

function holderOf(lock) {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    if (pid > 0) process.kill(pid, 0);
    return pid > 0 ? pid : undefined;
  } catch (error) {
    if (error.code === "EPERM") return "of another user";
    if (error.code === "ESRCH" || error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function runInstall(root) {
  const { pin, command } = pnpm(root);
  const began = performance.now();
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`;
  say(`Installing packages with pnpm ${pin} (the first time takes about a minute) …`);
  const ticking = setInterval(() => say(`  still installing, ${seconds()}`), 15_000);
  const [file, ...before] = command;
  const args = [
    ...before,
    "install",
    "--frozen-lockfile",
    "--reporter=append-only",
    "--config.confirm-modules-purge=false",
  ];
  const { code, output } = await capture({ file, args, root }).finally(() => clearInterval(ticking));
  if (code !== 0) {
    throw new Error(
      `${output.trim().split("\n").slice(-25).join("\n")}\n\nInstalling failed (exit ${code}, after ${seconds()}); above is the end ` +
        "of what pnpm said. Check that the npm registry can be reached and the disk has 2 GB free, then run the same command again.",
    );
  }
  writeFileSync(stampFile(root), fingerprint(root));
  say(`  installed in ${seconds()}`);
}

function capture({ file, args, root }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env: installEnv(root), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", (error) =>
      reject(new Error(`${file} could not be run: ${error.message}. npm comes with Node.`)),
    );
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** npm and pnpm keep caches under HOME; a user without a writable one gets a home inside the checkout. */
function installEnv(root) {
  try {
    accessSync(process.env.HOME ?? "", constants.W_OK);
    return process.env;
  } catch {
    const home = join(root, ".ballast", "home");
    mkdirSync(home, { recursive: true });
    return { ...process.env, HOME: home, npm_config_cache: join(home, "npm") };
  }
}
