import type { Hex } from "viem";
import type { ScenarioParameters, ScenarioResult } from "../scenarios/scenario.ts";

/** A running devnet. */
export interface Devnet {
  /** two endpoints of the one node */
  readonly rpcUrls: readonly [string, string];
  readonly genesisHash: Hex;
  /** carries the salt: tells this chain from any other devnet */
  readonly block1Hash: Hex;
  /** seconds; from here on the treasury stands, and history with it */
  readonly historyBegan: number;
  /** the proposer's private key, readable by this user alone */
  readonly proposerKeyFile: string;
  /** resolves when the node ends without having been asked to */
  readonly failed: Promise<void>;
  /**
   * Mines the next block at once.
   * @param timestamp seconds, after the head and not ahead of the wall clock. Unless told: the wall clock or, with manual
   * mining, `blockSeconds` after the head, whichever is earlier
   * @throws {OptionError} when the timestamp is outside its limits
   */
  mineBlock(timestamp?: number): Promise<void>;
  /** No block of the clock's until `resumeMining`; a scenario still makes its own. */
  pauseMining(): Promise<void>;
  resumeMining(): void;
  /** @throws {OptionError} for an unknown scenario, or a parameter outside its limits */
  runScenario(name: string, parameters?: ScenarioParameters): Promise<ScenarioResult>;
  /** Ends the node; keeps the chain unless its directory was temporary. */
  stop(): Promise<void>;
}
