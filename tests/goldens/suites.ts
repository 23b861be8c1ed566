import { eigenlayer } from "./eigenlayer/eigenlayer.ts";
import { etherfi } from "./etherfi/etherfi.ts";
import type { GoldenSuite } from "./golden.ts";
import { lido } from "./lido/lido.ts";

/** Every protocol whose recordings can be replayed. */
export const suites: readonly GoldenSuite[] = [eigenlayer, etherfi, lido];
