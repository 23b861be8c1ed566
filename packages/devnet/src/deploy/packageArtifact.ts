import { createRequire } from "node:module";
import type { Artifact } from "../solidity/artifact.ts";

const require = createRequire(import.meta.url);

/** An unmodified contract artifact of an npm package (Hardhat's and Truffle's formats both carry `abi` and `bytecode`). */
export function packageArtifact(path: string): Artifact {
  const { abi, bytecode } = require(path) as Artifact;
  return { abi, bytecode };
}
