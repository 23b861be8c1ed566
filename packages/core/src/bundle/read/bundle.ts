import type { InnerCall, SafeTransaction, SafeTransactionHashes } from "../../proposal/types.ts";
import type { Bundle, BundleContracts, SignedBundle } from "../types.ts";
import { accountRef, aHash, anAddress, bytes, count } from "./chain.ts";
import { decision } from "./decision.ts";
import { anything, list, oneOf, record, string } from "./reader.ts";
import { simulation } from "./simulation.ts";

const contracts = record<BundleContracts>({
  multiSendCallOnly: anAddress,
  multiSendCallOnlyCodeHash: aHash,
  deadlineChecker: anAddress,
  assets: list(
    record<BundleContracts["assets"][number]>({ id: string, address: anAddress, decimals: count }),
  ),
  routers: list(record<BundleContracts["routers"][number]>({ id: string, address: anAddress })),
  venues: list(record<BundleContracts["venues"][number]>({ id: string, address: anAddress })),
});

const transaction = record<SafeTransaction>({
  to: anAddress,
  value: count,
  data: bytes,
  operation: count,
  safeTxGas: count,
  baseGas: count,
  gasPrice: count,
  gasToken: anAddress,
  refundReceiver: anAddress,
  nonce: count,
});

const bundle = record<Bundle>({
  schema: oneOf(["ballast/bundle/1"]),
  account: accountRef,
  safeVersion: string,
  decisionId: aHash,
  decision,
  inputs: list(record<Bundle["inputs"][number]>({ kind: string, id: aHash, document: anything })),
  contracts,
  transaction,
  calls: list(record<InnerCall>({ to: anAddress, value: count, data: bytes })),
  hashes: record<SafeTransactionHashes>({ domainHash: aHash, messageHash: aHash, safeTxHash: aHash }),
  simulation,
});

export const signedBundle = record<SignedBundle>({
  bundle,
  bundleHash: aHash,
  signer: anAddress,
  signature: bytes,
});
