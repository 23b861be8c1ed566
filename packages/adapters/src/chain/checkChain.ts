import { blockNumber, type Hash32 } from "@ballast/core";
import { hexToBigInt, isHex } from "viem";
import type { Deployment } from "../deployment/types.ts";
import { SourceWrongReply } from "./faults.ts";
import { type HeaderOrigin, headerCall, headerReply } from "./readHeader.ts";
import type { ChainSource, RpcReply } from "./rpc.ts";
import { WrongChain } from "./WrongChain.ts";

/** What a source says of its chain. Database and version floor belong to all three. */
export type ChainIdentity = {
  readonly chainId: bigint;
  readonly genesisHash: Hash32;
  /** Null while the chain has no block 1. Tells two devnets with the same genesis apart. */
  readonly firstBlockHash: Hash32 | null;
};

const GENESIS = { number: blockNumber(0n) };
const FIRST = { number: blockNumber(1n) };

function chainIdOf(reply: RpcReply, source: ChainSource): bigint {
  if (!reply.ok) throw reply.fault;
  if (!isHex(reply.result) || reply.result === "0x")
    throw new SourceWrongReply(source.id, "eth_chainId gave no number");
  return hexToBigInt(reply.result);
}

function hashAt(reply: RpcReply, origin: HeaderOrigin): Hash32 | null {
  const read = headerReply(reply, origin);
  if (read.ok) return read.header.hash;
  if (read.absent) return null;
  throw read.fault;
}

/**
 * Proves at start that a source serves the deployment's chain: chain id, and genesis hash computed from its header.
 *
 * @throws WrongChain; SourceFault when the source does not answer.
 */
export async function checkChain(source: ChainSource, deployment: Deployment): Promise<ChainIdentity> {
  const calls = [{ method: "eth_chainId", params: [] }, headerCall(GENESIS), headerCall(FIRST)];
  const replies = await source.request(calls);
  const [id, genesis, first] = replies;
  if (id === undefined || genesis === undefined || first === undefined) {
    throw new SourceWrongReply(source.id, "fewer replies than calls");
  }
  const chainId = chainIdOf(id, source);
  if (chainId !== deployment.chainId) {
    throw new WrongChain(source.id, {
      field: "chainId",
      expected: `${deployment.chainId}`,
      found: `${chainId}`,
    });
  }
  const genesisHash = hashAt(genesis, { source: source.id, chainId, at: GENESIS });
  if (genesisHash === null) throw new SourceWrongReply(source.id, "it has no block 0");
  if (deployment.genesisHash !== undefined && genesisHash !== deployment.genesisHash) {
    throw new WrongChain(source.id, {
      field: "genesisHash",
      expected: deployment.genesisHash,
      found: genesisHash,
    });
  }
  return { chainId, genesisHash, firstBlockHash: hashAt(first, { source: source.id, chainId, at: FIRST }) };
}
