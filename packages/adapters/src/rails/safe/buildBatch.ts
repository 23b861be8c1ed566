import type { AccountRef, Address, Hex, InnerCall, SafeTransaction, UnixSeconds } from "@ballast/core";
import type { SafeTransactionData } from "@safe-global/types-kit";
import type { ChainSource } from "../../chain/rpc.ts";
import type { Deployment } from "../../deployment/types.ts";
import { contractNetworks } from "./contractNetworks.ts";
import { deadlineCall } from "./deadlineCall.ts";
import { BatchRefusedError, SafeVersionMismatchError } from "./errors.ts";
import { kitProvider } from "./kitProvider.ts";
import { loadSafeKit } from "./loadSafeKit.ts";

export type BatchRequest = {
  /** The plan's calls in order, without the deadline check. At least one. */
  readonly calls: readonly InnerCall[];
  readonly deadline: UnixSeconds;
  readonly account: AccountRef;
  /** The reserved nonce; never taken from the chain or a queue. */
  readonly nonce: bigint;
  readonly deployment: Deployment;
  /** As read from the Safe at the sweep's block. */
  readonly safeVersion: string;
  readonly source: ChainSource;
};

/** A finished batch: the transaction to be hashed, and its inner calls with the deadline check first. */
export type Batch = { readonly transaction: SafeTransaction; readonly calls: readonly InnerCall[] };

const lower = (hex: string): Hex => hex.toLowerCase() as Hex;

function refuseUnbuildable({ calls, account, nonce, deployment, safeVersion }: BatchRequest): void {
  const refuse = (field: string, limit: { value: string; limit: string }) => {
    throw new BatchRefusedError({ field, ...limit });
  };
  if (calls.length === 0) refuse("calls", { value: "none", limit: "at least 1" });
  if (nonce < 0n || nonce > BigInt(Number.MAX_SAFE_INTEGER)) {
    refuse("nonce", { value: `${nonce}`, limit: `0 to ${Number.MAX_SAFE_INTEGER}` });
  }
  if (account.chainId !== deployment.chainId) {
    refuse("account.chainId", {
      value: `${account.chainId}`,
      limit: `${deployment.chainId}, the deployment's`,
    });
  }
  if (safeVersion !== deployment.safe.version) {
    refuse("safeVersion", { value: safeVersion, limit: `${deployment.safe.version}, the deployment's` });
  }
}

function toSafeTransaction(data: SafeTransactionData): SafeTransaction {
  return {
    to: lower(data.to),
    value: BigInt(data.value),
    data: lower(data.data),
    operation: BigInt(data.operation),
    safeTxGas: BigInt(data.safeTxGas),
    baseGas: BigInt(data.baseGas),
    gasPrice: BigInt(data.gasPrice),
    gasToken: lower(data.gasToken),
    refundReceiver: lower(data.refundReceiver),
    nonce: BigInt(data.nonce),
  };
}

const ZERO: Address = "0x0000000000000000000000000000000000000000";

/**
 * Builds the batch with protocol-kit: a delegatecall to the deployment's MultiSendCallOnly, gas fields zero,
 * explicit nonce, the deadline check before the plan's calls. Its result is not trusted: `inspectBatch` judges it.
 * protocol-kit takes a Safe that does not answer for version 1.4.1, so its version is checked here again.
 * @throws BatchRefusedError, SafeVersionMismatchError; SourceFault when the node does not answer
 */
export async function buildBatch(request: BatchRequest): Promise<Batch> {
  refuseUnbuildable(request);
  const { account, nonce, deployment, safeVersion, source, deadline } = request;
  const Safe = await loadSafeKit();
  const kit = await Safe.init({
    provider: kitProvider(source),
    safeAddress: account.address,
    contractNetworks: contractNetworks(deployment),
  });
  const actual = kit.getContractVersion();
  if (actual !== safeVersion) {
    throw new SafeVersionMismatchError({ account: account.address, expected: safeVersion, actual });
  }
  const calls = [deadlineCall(deployment.deadlineChecker, deadline), ...request.calls];
  const { data } = await kit.createTransaction({
    transactions: calls.map(({ to, value, data }) => ({ to, value: value.toString(), data, operation: 0 })),
    onlyCalls: true,
    options: {
      nonce: Number(nonce),
      safeTxGas: "0",
      baseGas: "0",
      gasPrice: "0",
      gasToken: ZERO,
      refundReceiver: ZERO,
    },
  });
  return { transaction: toSafeTransaction(data), calls };
}
