import type { Abi, Hex } from "viem";

/** A compiled contract: its ABI and the init code that a deployment starts with. */
export interface Artifact {
  readonly abi: Abi;
  readonly bytecode: Hex;
}
