import { OptionError } from "./errors.ts";

/** How to start a devnet. */
export interface DevnetOptions {
  /** of the first endpoint; 0, the default, lets the system choose. The second is the next one, if it is free */
  readonly port?: number;
  /** where the chain is kept; a temporary directory, removed at the stop, unless given */
  readonly stateDir?: string;
  /** begins anew although the directory holds a chain */
  readonly fresh?: boolean;
  /** seconds between blocks, 4 unless given */
  readonly blockSeconds?: number;
  /** `interval`, the default, mines by the wall clock; `manual` only when asked */
  readonly mining?: "interval" | "manual";
  /** of a new chain, 30 unless given; 0 for none */
  readonly historyDays?: number;
  /** how long before now a new chain's history ends: a past for tests to mine into. 0 unless given */
  readonly historyEndSecondsAgo?: number;
  /** ether's worth of the token that moves a new chain's pool by 2 %. With 1,300, the default, selling 100 costs about 8 bps */
  readonly poolDepthEth?: number;
  /** told what the start is doing */
  readonly onProgress?: (line: string) => void;
  /** told when a block could not be made; written to stderr unless given */
  readonly onError?: (error: unknown) => void;
}

/** The options with their defaults. */
export interface ResolvedOptions {
  readonly port: number;
  readonly stateDir: string | undefined;
  readonly fresh: boolean;
  readonly blockSeconds: number;
  readonly mining: "interval" | "manual";
  readonly historyDays: number;
  readonly historyEndSecondsAgo: number;
  readonly poolDepthEth: bigint;
  readonly onProgress: (line: string) => void;
  readonly onError: (error: unknown) => void;
}

/** @throws {OptionError} naming the option, its value and its limits */
export function resolveOptions(options: DevnetOptions): ResolvedOptions {
  return {
    port: integer("port", { value: options.port ?? 0, min: 0, max: 65_534 }),
    stateDir: options.stateDir,
    fresh: options.fresh ?? false,
    blockSeconds: integer("blockSeconds", { value: options.blockSeconds ?? 4, min: 1, max: 3_600 }),
    mining: options.mining ?? "interval",
    historyDays: integer("historyDays", { value: options.historyDays ?? 30, min: 0, max: 90 }),
    historyEndSecondsAgo: integer("historyEndSecondsAgo", {
      value: options.historyEndSecondsAgo ?? 0,
      min: 0,
      max: 86_400,
    }),
    poolDepthEth: BigInt(
      integer("poolDepthEth", { value: options.poolDepthEth ?? 1_300, min: 10, max: 20_000 }),
    ),
    onProgress: options.onProgress ?? silent,
    onError: options.onError ?? ((error) => process.stderr.write(`devnet: ${error}\n`)),
  };
}

function silent(): void {
  // A caller that gave no listener wants no progress.
}

function integer(option: string, { value, min, max }: { value: number; min: number; max: number }): number {
  if (!Number.isSafeInteger(value) || value < min || value > max)
    throw new OptionError({ option, value, limit: `an integer from ${min} to ${max}` });
  return value;
}
