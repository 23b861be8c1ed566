import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Artifact } from "./artifact.ts";
import { compileContracts } from "./compileContracts.ts";
import { type CompilerInput, compilerInput } from "./compilerInput.ts";

const packageDir = join(import.meta.dirname, "..", "..");

/** The names of the devnet's own contracts that are deployed. */
export type ContractName =
  | "Aggregator"
  | "PriceFeed"
  | "StETH"
  | "WstETH"
  | "WithdrawalQueue"
  | "UpgradeableProxy"
  | "MintableToken"
  | "Blacklister"
  | "EtherFiRedemptionManager"
  | "EtherFiRestaker"
  | "LiquidityPool"
  | "EETH"
  | "WeETH"
  | "WeETHWithdrawAdapter"
  | "WithdrawRequestNFT"
  | "PauserRegistry"
  | "StrategyManager"
  | "DelegationManager"
  | "AllocationManager"
  | "EigenPodManager"
  | "StrategyBase"
  | "StrategyBaseTVLLimits";

/**
 * The devnet's own contracts, compiled once per content of sources, settings and compiler: later starts read the cache.
 * @throws {SolidityError} when a source does not compile.
 */
export async function loadContracts(
  cacheDir = join(packageDir, ".artifacts"),
): Promise<Record<ContractName, Artifact>> {
  const input = compilerInput(join(packageDir, "contracts"));
  const file = join(cacheDir, `${inputId(input)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Record<ContractName, Artifact>;
  const artifacts = await compileContracts(input);
  keep(file, JSON.stringify(artifacts));
  return artifacts as Record<ContractName, Artifact>;
}

function inputId(input: CompilerInput): string {
  return createHash("sha256")
    .update(input.compilerVersion)
    .update("\0")
    .update(input.json)
    .digest("hex")
    .slice(0, 16);
}

/** Writes beside and renames, so that two processes that start together never read half a file. */
function keep(file: string, text: string): void {
  try {
    mkdirSync(join(file, ".."), { recursive: true });
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    // A checkout that this user may not write to: the cache is only a convenience, the next start compiles again.
    if (!["EACCES", "EPERM", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
