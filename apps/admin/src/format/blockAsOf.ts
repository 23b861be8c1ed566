import type { BlockRef } from "@ballast/core";
import type { AsOfFacts } from "../components/AsOf.tsx";
import { integer } from "./integer.ts";

/** Seconds after which a figure of a block is stale: five blocks of mainnet. */
const STALE_SECONDS = 60;

type Fact = AsOfFacts["facts"][number];

/** The as-of line of a figure that was read at a block. */
export function blockAsOf(block: BlockRef, facts: readonly Fact[] = []): AsOfFacts {
  return {
    label: `Block ${integer(block.number)}`,
    at: Number(block.timestamp),
    limit: STALE_SECONDS,
    facts: [
      ...facts,
      { name: "Block", value: `${integer(block.number)}, chain ${block.chainId}` },
      { name: "Block hash", value: block.hash },
    ],
  };
}
