import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deployment } from "./deployment.ts";

/** Where the built-in deployment of the devnet is kept, for the keeper to read. */
export const deploymentFile = fileURLToPath(
  new URL("../../adapters/src/deployment/devnet.json", import.meta.url),
);

/** The file's text: what biome would format it to. */
export const deploymentText = `${JSON.stringify(deployment, null, 2)}\n`;

if (import.meta.main) writeFileSync(deploymentFile, deploymentText);
