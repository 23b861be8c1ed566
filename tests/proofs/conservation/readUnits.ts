import type { Address } from "viem";
import { ABI } from "./ledgerAbi.ts";
import type { LedgerChain } from "./openLedgerChain.ts";
import { PLACES } from "./places.ts";

/** A request in a queue whose payment is the less of what was asked and what its shares are worth. */
export type Waiting = { readonly id: bigint; readonly amount: bigint; readonly shares: bigint };
export type Queued = {
  readonly nonce: bigint;
  readonly operator: Address;
  /** The last block in which a slash still reaches it. */
  readonly until: bigint;
  readonly shares: bigint;
};

/** What the account holds, counted in what does not move by itself, as the contracts' own getters say. Nothing here comes from the adapters. */
export type Units = {
  /** In the wallet, as stETH or wstETH: shares of Lido. */
  readonly lido: bigint;
  readonly stEth: bigint;
  readonly wstEth: bigint;
  /** weETH, which is shares of ether.fi. */
  readonly etherfi: bigint;
  /** Shares of eETH that rounding left beside weETH. No position of the adapters. */
  readonly loose: bigint;
  readonly operator: Address;
  /** Withdrawable and deposit shares of EigenLayer. */
  readonly staked: bigint;
  readonly deposited: bigint;
  readonly queued: readonly Queued[];
  /** Of requests that are not finalised. */
  readonly atLido: readonly Waiting[];
  readonly atEtherfi: readonly Waiting[];
  readonly ether: bigint;
};

const owner = PLACES.account.address;

async function readAtLido({ client }: LedgerChain): Promise<readonly Waiting[]> {
  const queue = { address: PLACES.queue, abi: ABI } as const;
  const ids = await client.readContract({ ...queue, functionName: "getWithdrawalRequests", args: [owner] });
  const found = await client.readContract({ ...queue, functionName: "getWithdrawalStatus", args: [ids] });
  return found.flatMap(({ isFinalized, amountOfStETH: amount, amountOfShares: shares }, index) =>
    isFinalized ? [] : [{ id: ids[index] ?? 0n, amount, shares }],
  );
}

async function readAtEtherfi({ client }: LedgerChain): Promise<readonly Waiting[]> {
  const nft = { address: PLACES.nft, abi: ABI } as const;
  const next = await client.readContract({ ...nft, functionName: "nextRequestId" });
  const done = await client.readContract({ ...nft, functionName: "lastFinalizedRequestId" });
  const ids = Array.from({ length: next - done - 1 }, (_, index) => BigInt(done + 1 + index));
  const requests = await Promise.all(
    ids.map(async (id) => {
      const holder = await client.readContract({ ...nft, functionName: "ownerOf", args: [id] });
      const request = await client.readContract({ ...nft, functionName: "getRequest", args: [id] });
      const { amountOfEEth: amount, shareOfEEth: shares } = request;
      return { id, amount, shares, isOwn: holder.toLowerCase() === owner };
    }),
  );
  return requests.filter(({ isOwn }) => isOwn);
}

async function readEigenLayer({ client }: LedgerChain) {
  const delegation = { address: PLACES.delegation, abi: ABI } as const;
  const args = [owner, [PLACES.strategy]] as const;
  const [operator, [withdrawable, deposits], [withdrawals, shares], delay] = await Promise.all([
    client.readContract({ ...delegation, functionName: "delegatedTo", args: [owner] }),
    client.readContract({ ...delegation, functionName: "getWithdrawableShares", args }),
    client.readContract({ ...delegation, functionName: "getQueuedWithdrawals", args: [owner] }),
    client.readContract({ ...delegation, functionName: "minWithdrawalDelayBlocks" }),
  ]);
  const queued = withdrawals.map(({ nonce, delegatedTo, startBlock }, index) => ({
    nonce,
    operator: delegatedTo,
    until: BigInt(startBlock + delay),
    shares: shares[index]?.[0] ?? 0n,
  }));
  return { operator, staked: withdrawable[0] ?? 0n, deposited: deposits[0] ?? 0n, queued };
}

export async function readUnits(chain: LedgerChain): Promise<Units> {
  const { client } = chain;
  const held = (address: Address, functionName: "balanceOf" | "sharesOf" | "shares") =>
    client.readContract({ address, abi: ABI, functionName, args: [owner] });
  const [stEth, wstEth, etherfi, loose, eigenlayer, atLido, atEtherfi, ether] = await Promise.all([
    held(PLACES.stETH, "sharesOf"),
    held(PLACES.wstETH, "balanceOf"),
    held(PLACES.weETH, "balanceOf"),
    held(PLACES.eETH, "shares"),
    readEigenLayer(chain),
    readAtLido(chain),
    readAtEtherfi(chain),
    client.getBalance({ address: owner }),
  ]);
  return { lido: stEth + wstEth, stEth, wstEth, etherfi, loose, ...eigenlayer, atLido, atEtherfi, ether };
}
