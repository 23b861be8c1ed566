import { z } from "zod";
import { decisionSchema } from "./decision.ts";
import { accountField, addressField, amountField, hashField, hexField } from "./fields.ts";
import { simulationSchema } from "./simulation.ts";

const innerCall = z.strictObject({ to: addressField, value: amountField, data: hexField });

const contractsSchema = z.strictObject({
  multiSendCallOnly: addressField,
  multiSendCallOnlyCodeHash: hashField,
  deadlineChecker: addressField,
  assets: z.array(z.strictObject({ id: z.string(), address: addressField, decimals: amountField })),
  routers: z.array(z.strictObject({ id: z.string(), address: addressField })),
  venues: z.array(z.strictObject({ id: z.string(), address: addressField })),
});

const transactionSchema = z.strictObject({
  to: addressField,
  value: amountField,
  data: hexField,
  operation: amountField,
  safeTxGas: amountField,
  baseGas: amountField,
  gasPrice: amountField,
  gasToken: addressField,
  refundReceiver: addressField,
  nonce: amountField,
});

const bundleSchema = z.strictObject({
  schema: z.literal("ballast/bundle/1"),
  account: accountField,
  safeVersion: z.string(),
  decisionId: hashField,
  decision: decisionSchema,
  inputs: z.array(z.strictObject({ kind: z.string(), id: hashField, document: z.unknown() })),
  contracts: contractsSchema,
  transaction: transactionSchema,
  calls: z.array(innerCall),
  hashes: z.strictObject({ domainHash: hashField, messageHash: hashField, safeTxHash: hashField }),
  simulation: simulationSchema,
});

/** A bundle as a file (docs/canonical-encoding.md, §5). */
export const signedBundleSchema = z.strictObject({
  bundle: bundleSchema,
  bundleHash: hashField,
  signature: hexField,
  signer: addressField,
});

export type Bundle = z.infer<typeof bundleSchema>;
export type BundleContracts = z.infer<typeof contractsSchema>;
export type SignedBundle = z.infer<typeof signedBundleSchema>;
