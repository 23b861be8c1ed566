import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type AccountRef, address, type BlockRef, blockNumber, hash32, unixSeconds } from "@ballast/core";

/** One JSON-RPC call with what the node answered. */
export type Exchange = {
  readonly method: string;
  readonly params: readonly unknown[];
  readonly result: unknown;
};

/** What a node of the devnet answered to everything that one venue or route reads at one block. */
export type Recording = {
  readonly deployment: string;
  readonly block: BlockRef;
  readonly accounts: readonly AccountRef[];
  readonly exchanges: readonly Exchange[];
};

const pathOf = (id: string) => fileURLToPath(new URL(`./recordings/${id}/calm.json`, import.meta.url));

export const hasRecording = (id: string): boolean => existsSync(pathOf(id));

type Json = {
  deployment: string;
  block: { chainId: string; number: string; hash: string; timestamp: string };
  accounts: string[];
  exchanges: Exchange[];
};

export function loadRecording(id: string): Recording {
  const { deployment, block, accounts, exchanges } = JSON.parse(readFileSync(pathOf(id), "utf8")) as Json;
  const chainId = BigInt(block.chainId);
  return {
    deployment,
    block: {
      chainId,
      number: blockNumber(BigInt(block.number)),
      hash: hash32(block.hash),
      timestamp: unixSeconds(BigInt(block.timestamp)),
    },
    accounts: accounts.map((one) => ({ rail: "safe", chainId, address: address(one) })),
    exchanges,
  };
}

export function saveRecording(id: string, { deployment, block, accounts, exchanges }: Recording): void {
  const path = pathOf(id);
  mkdirSync(dirname(path), { recursive: true });
  const json: Json = {
    deployment,
    block: {
      ...block,
      chainId: `${block.chainId}`,
      number: `${block.number}`,
      timestamp: `${block.timestamp}`,
    },
    accounts: accounts.map((account) => account.address),
    exchanges: [...exchanges],
  };
  writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);
}
