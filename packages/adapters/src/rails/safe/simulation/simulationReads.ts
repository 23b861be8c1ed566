import type { Address, AssetId, Hash32, Hex } from "@ballast/core";
import { decodeFunctionResult, encodeFunctionData, erc20Abi } from "viem";
import { type AggregateResult, encodeGetEthBalance } from "../../../chain/aggregate3.ts";
import type { Deployment } from "../../../deployment/types.ts";
import { decodeSafeState, type SafeReading } from "../decodeSafeState.ts";
import { SimulationIncompleteError } from "../errors.ts";
import { SAFE_ABI } from "../safeAbi.ts";
import { safeStateCalls } from "../safeStateCalls.ts";

/** The chain's own coin, which a deployment does not list. */
const NATIVE = "ETH" as AssetId;

export type ReadSubject = {
  readonly account: Address;
  readonly deployment: Deployment;
  readonly spenders: readonly Address[];
  readonly approvedBy: readonly Address[];
  readonly safeTxHash: Hash32;
};

/** What the account is and holds at one point of the simulation. */
export type AccountView = {
  readonly balances: readonly { readonly asset: AssetId; readonly amount: bigint }[];
  readonly allowances: readonly {
    readonly asset: AssetId;
    readonly spender: Address;
    readonly amount: bigint;
  }[];
  readonly safe: Extract<SafeReading, { ok: true }>;
  /** Every owner's approval of the hash is 1: the node did override the state. */
  readonly approved: boolean;
};

type Read = { readonly to: Address; readonly data: Hex };

const balanceOf = (account: Address): Hex =>
  encodeFunctionData({ abi: erc20Abi, functionName: "balanceOf", args: [account] });
const allowance = (account: Address, spender: Address): Hex =>
  encodeFunctionData({ abi: erc20Abi, functionName: "allowance", args: [account, spender] });
const approval = (owner: Address, hash: Hash32): Hex =>
  encodeFunctionData({ abi: SAFE_ABI, functionName: "approvedHashes", args: [owner, hash] });

function pairsOf({ deployment, spenders }: ReadSubject) {
  return deployment.assets.flatMap(({ id, address }) =>
    spenders.map((spender) => ({ id, address, spender })),
  );
}

/** The reads before and after, in the order that `viewOf` expects: balances, allowances, approvals, Safe state. */
export function simulationReads(subject: ReadSubject): readonly Read[] {
  const { account, deployment, approvedBy, safeTxHash } = subject;
  return [
    { to: deployment.multicall, data: encodeGetEthBalance(account) },
    ...deployment.assets.map(({ address }) => ({ to: address, data: balanceOf(account) })),
    ...pairsOf(subject).map(({ address, spender }) => ({ to: address, data: allowance(account, spender) })),
    ...approvedBy.map((owner) => ({ to: account, data: approval(owner, safeTxHash) })),
    ...safeStateCalls(account).map(({ to, data }) => ({ to, data })),
  ];
}

/** Every answer is at least one word; a shorter one is a node or contract that did not answer. */
const WORD_DIGITS = 66;

const uint = (data: Hex): bigint => decodeFunctionResult({ abi: erc20Abi, functionName: "balanceOf", data });

/**
 * What the answers to `simulationReads` say.
 * @throws SimulationIncompleteError when one read failed: a balance that could not be read is not zero
 */
export function viewOf(
  results: readonly AggregateResult[],
  { subject, source }: { readonly subject: ReadSubject; readonly source: string },
): AccountView {
  const reads = simulationReads(subject);
  const failed = reads.findIndex(
    (_, place) => !(results[place]?.success && results[place].returnData.length >= WORD_DIGITS),
  );
  if (failed >= 0) throw new SimulationIncompleteError(source, `an answer of ${reads[failed]?.to}`);
  const queue = results.map(({ returnData }) => returnData);
  const take = (count: number): readonly Hex[] => queue.splice(0, count);
  const assets = [NATIVE, ...subject.deployment.assets.map(({ id }) => id)];
  const balances = take(assets.length).map((data, place) => ({
    asset: assets[place] ?? NATIVE,
    amount: uint(data),
  }));
  const pairs = pairsOf(subject);
  const allowed = take(pairs.length).map(uint);
  const allowances = pairs.map(({ id, spender }, place) => ({
    asset: id,
    spender,
    amount: allowed[place] ?? 0n,
  }));
  const approved = take(subject.approvedBy.length).every((data) => uint(data) === 1n);
  const safe = decodeSafeState(queue);
  if (!safe.ok) throw new SimulationIncompleteError(source, `the Safe's state (${safe.missing.detail})`);
  return { balances, allowances, approved, safe };
}
