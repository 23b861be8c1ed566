import { readFileSync } from "node:fs";
import { DeploymentNotFound } from "./DeploymentNotFound.ts";
import { parseDeployment } from "./parseDeployment.ts";
import type { Deployment } from "./types.ts";

const BUILT_IN = {
  devnet: new URL("./devnet.json", import.meta.url),
  mainnet: new URL("./mainnet.json", import.meta.url),
} as const;

const isBuiltIn = (name: string): name is keyof typeof BUILT_IN => Object.hasOwn(BUILT_IN, name);

function readText(nameOrFile: string): string {
  try {
    return readFileSync(isBuiltIn(nameOrFile) ? BUILT_IN[nameOrFile] : nameOrFile, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "it cannot be read";
    throw new DeploymentNotFound(nameOrFile, { builtIn: Object.keys(BUILT_IN), reason });
  }
}

/**
 * The deployment of this name (`devnet`, `mainnet`) or from this file.
 *
 * @throws DeploymentNotFound when there is neither; DeploymentInvalid when it is refused.
 */
export function loadDeployment(nameOrFile: string): Deployment {
  return parseDeployment(readText(nameOrFile), nameOrFile);
}
