import type { Address, Hash32, KeeperMemory, UnixSeconds } from "@ballast/core";
import { type Memory, readMemory, writeMemory } from "./memory.ts";
import { MemoryChainError } from "./memoryChainError.ts";

export type ChainKey = {
  readonly chainId: bigint;
  readonly genesisHash: Hash32;
  /** null while the chain has no block 1. */
  readonly firstBlockHash: Hash32 | null;
};

/** The memory file as the keeper uses it: every change is on disk before the call returns. */
export type MemoryStore = {
  of(account: Address): KeeperMemory;
  /** Stores what core said must be remembered. The floor is never lowered and a first sight never moved. */
  remember(account: Address, memory: KeeperMemory): Promise<void>;
};

const NOTHING: KeeperMemory = { floor: null, firstSeen: {} };

/**
 * Opens the memory file for one chain, or begins it.
 * @throws {MemoryChainError} when the file belongs to another chain
 * @throws {MemoryFileError} when it cannot be read
 */
export async function openMemory(file: string, chain: ChainKey): Promise<MemoryStore> {
  let memory = (await readMemory(file)) ?? emptyMemory(chain);
  refuseOtherChain({ file, memory, chain });
  const of = (account: Address): KeeperMemory => {
    const stored = memory.accounts[account];
    return stored === undefined ? NOTHING : decode(stored);
  };
  return {
    of,
    remember: async (account, wanted) => {
      const kept = merge(of(account), wanted);
      const stored = encode(kept);
      if (JSON.stringify(stored) === JSON.stringify(memory.accounts[account])) return;
      const next = { ...memory, accounts: { ...memory.accounts, [account]: stored } };
      await writeMemory(file, next);
      memory = next;
    },
  };
}

function merge(known: KeeperMemory, wanted: KeeperMemory): KeeperMemory {
  const rises = wanted.floor !== null && (known.floor === null || wanted.floor.version > known.floor.version);
  return {
    floor: rises ? wanted.floor : known.floor,
    firstSeen: { ...wanted.firstSeen, ...known.firstSeen },
  };
}

type Stored = Memory["accounts"][string];

function encode({ floor, firstSeen }: KeeperMemory): Stored {
  return {
    floor: floor === null ? null : { version: floor.version.toString(), policyHash: floor.policyHash },
    firstSeen: Object.fromEntries(Object.entries(firstSeen).map(([hash, time]) => [hash, time.toString()])),
  };
}

function decode({ floor, firstSeen }: Stored): KeeperMemory {
  return {
    floor: floor === null ? null : { version: BigInt(floor.version), policyHash: floor.policyHash as Hash32 },
    firstSeen: Object.fromEntries(
      Object.entries(firstSeen).map(([hash, time]) => [hash, BigInt(time) as UnixSeconds]),
    ),
  };
}

const storedChain = ({ chainId, genesisHash, firstBlockHash }: ChainKey): Memory["chain"] => ({
  chainId: chainId.toString(),
  genesisHash,
  firstBlockHash: firstBlockHash ?? genesisHash,
});

function emptyMemory(chain: ChainKey): Memory {
  return { schema: "ballast/keeper-memory/1", chain: storedChain(chain), accounts: {} };
}

function refuseOtherChain(input: {
  readonly file: string;
  readonly memory: Memory;
  readonly chain: ChainKey;
}): void {
  const { file, memory, chain } = input;
  const same = JSON.stringify(storedChain(chain)) === JSON.stringify(memory.chain);
  if (!same) throw new MemoryChainError({ file, stored: memory.chain, offered: storedChain(chain) });
}
